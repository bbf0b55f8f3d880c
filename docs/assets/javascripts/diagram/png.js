// Saves a diagram as PNG: the stand-alone SVG beside the page, drawn by the browser in the palette that the reader sees.
// The link that does so is on the page already, hidden, since it cannot work without this module:
//
//     <a href="diagram.svg" data-png="q901.png" hidden>PNG</a>
import { element, save } from "../shared/dom.js";

const SCALE = 2; // pixels per CSS pixel, sharp on slides

/** Shows the links and makes them save. */
export function start(root) {
  if (location.protocol === "file:") return; // where the SVG cannot be read by a script
  for (const link of root.querySelectorAll("[data-png]")) {
    link.hidden = false;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      savePng(link.href, link.dataset.png);
    });
  }
}

async function savePng(url, name) {
  const response = await fetch(url);
  if (response.ok) save(name, await toPng(await response.text()));
}

/** A PNG of an SVG that has everything inside itself. */
async function toPng(text) {
  const { colorScheme, backgroundColor } = getComputedStyle(document.body);
  const dark = document.documentElement.dataset.mdColorScheme === "slate" || colorScheme === "dark";
  // Inside an image the system's palette rules, which may not be the one chosen on this site.
  const fixed = text.replace(/\(prefers-color-scheme:\s*dark\)/g, dark ? "all" : "not all");
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([fixed], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = element("canvas", { width: Math.ceil(image.width * SCALE), height: Math.ceil(image.height * SCALE) });
  const context = canvas.getContext("2d");
  context.fillStyle = backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
