// Draws mermaid fences. The library is large, so it is fetched only on pages that have one; the text of a fence that
// cannot be drawn stays as it is, and stays in the page in any case.
import { element } from "../shared/dom.js";

const LIBRARY = new URL("../../vendor/mermaid-12.3.0.js", import.meta.url).href;

/** What no fence may say of itself (`%%{init: …}%%`): the library's own list, and what brings in styles of anybody. */
const OURS = ["secure", "securityLevel", "startOnLoad", "maxTextSize", "suppressErrorRendering", "maxEdges", "themeCSS", "fontFamily", "altFontFamily", "dompurifyConfig"];

/** A fence without what its tags and the menus of its actors would do: the policy forbids it, and says so each time. */
const idle = (text) => text
  .replace(/<[^<>]*>/g, (tag) => tag.replace(/\bon\w+\s*=/gi, "data-idle="))
  .replace(/^[ \t]*links?[ \t]+[^\n:"]+:[ \t]*[^\n:].*$/gim, (line) => (/^\s*sequenceDiagram\b/m.test(text) ? "" : line));

/** Draws every fence below `root`, again when the colours change. */
export async function start(root) {
  const fences = [...root.querySelectorAll("pre.mermaid")];
  await load();
  const draw = async () => {
    for (const [place, fence] of fences.entries()) await show(fence, place);
  };
  await draw();
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["data-md-color-scheme"] });
}

/** The library sets `window.mermaid`; it is no module, so that it can also be read from the file system. */
function load() {
  return new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: LIBRARY, onload: done, onerror: failed }));
  });
}

/** The library's own colours, made of the page's. */
function theme() {
  const probe = document.body.appendChild(element("i", { hidden: true }));
  const colour = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const [ink, muted, line, paper, soft, accent] = ["ink", "muted", "line", "paper", "soft", "accent"].map(colour);
  const darkMode = document.documentElement.dataset.mdColorScheme === "slate";
  probe.remove();
  return {
    theme: "base",
    themeVariables: {
      darkMode, background: paper, fontFamily: "inherit", textColor: ink, lineColor: muted, primaryColor: soft,
      primaryTextColor: ink, primaryBorderColor: muted, secondaryColor: soft, tertiaryColor: paper, noteBkgColor: soft,
      noteTextColor: ink, noteBorderColor: line, edgeLabelBackground: paper, actorBorder: accent, git0: accent, gitBranchLabel0: paper,
    },
  };
}

async function show(fence, place) {
  window.mermaid.initialize({ startOnLoad: false, securityLevel: "strict", secure: OURS, dompurifyConfig: { FORBID_TAGS: ["img", "image", "use"] }, suppressErrorRendering: true, ...theme() });
  const picture = pictureOf(fence);
  try {
    const { svg } = await window.mermaid.render(`mermaid-${place}`, idle(fence.textContent));
    picture.innerHTML = svg; // made by the library from text that it has cleaned
    fence.hidden = true;
  } catch {
    picture.remove();
    fence.tabIndex = 0; // its lines may be longer than there is room
    fence.hidden = false;
  }
}

/** The place of a fence's picture, before the fence. */
function pictureOf(fence) {
  if (fence.previousElementSibling?.matches(".mermaid-picture")) return fence.previousElementSibling;
  const picture = element("div", { class: "mermaid-picture", "data-added": true });
  fence.before(picture);
  return picture;
}
