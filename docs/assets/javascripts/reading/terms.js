// Marks the first mention of each term of the glossary in an answer, so that a card can explain it. The page says which:
//
//     <script type="application/json" id="terms">[["CDN", "CDN", "Servers near the readers …"]]</script>
//
// The words stay as they are; an element is put round them that browsers show with a dotted line.
import { element } from "../shared/dom.js";

const ELSEWHERE = "a, code, pre, abbr, [data-added], [data-unresolved]"; // says something else, or explains itself

/** Marks the terms that the page names; to be started before the cards. */
export function start(page) {
  const answer = page.querySelector("#answer");
  const terms = JSON.parse(page.querySelector("#terms").textContent);
  for (const [mention, name, meaning] of terms) mark(answer, mention, name === mention ? meaning : `${name}: ${meaning}`);
}

function mark(answer, mention, meaning) {
  const words = new RegExp(`(?<![\\p{L}\\p{N}_-])${mention.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}(?![\\p{L}\\p{N}_+#-])`, "u");
  const walker = document.createTreeWalker(answer, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const found = text.parentElement.closest(ELSEWHERE) ? null : words.exec(text.data);
    if (!found) continue;
    const rest = text.splitText(found.index);
    rest.splitText(mention.length);
    const term = element("abbr", { "data-meaning": meaning, tabindex: "0" });
    rest.replaceWith(term);
    term.append(rest);
    return;
  }
}
