// Starts what a page needs, and nothing else: each part below is fetched when its time comes. Without this module every
// page can be read, followed, searched through its form and printed.
import { startCopying } from "./reading/copy.js";
import { startPalette } from "./reading/palette.js";
import { addStyles, areKeysOn, hasPart } from "./shared/dom.js";

const find = (selector) => document.querySelector(selector);

/** The parts of the site: where they belong (a part without its place, or switched off, is not loaded), and how they are started. */
const PARTS = [
  { place: "#diagram .dg", styles: ["diagram/player.css"], load: startDiagram },
  { place: "[data-png]", load: async () => (await import("./diagram/png.js")).start(document) },
  { place: "#terms", styles: ["diagram/player.css"], load: async () => (await import("./reading/terms.js")).start(document) },
  { place: "#answer pre.mermaid", load: async () => (await import("./reading/mermaid.js")).start(document) },
  { place: "div#practice", load: async () => (await import("../bundles/practice.js")).start(document) },
  { place: "[data-recall]", load: async () => (await import("../bundles/practice-recall.js")).start(find("[data-recall]")) },
  { place: "div#paper", load: async () => (await import("../bundles/paper.js")).start(document) },
  { place: "div#print", load: async () => (await import("./selection/print.js")).start(document) },
  { place: ".entries, .tile, .search-results, [data-remember]", part: "practice", load: async () => (await import("./progress/marks.js")).start(document), idle: true },
  { place: ".entries [data-question], .search-results, .map", styles: ["selection/selection.css"], load: async () => (await import("./selection/selection.js")).start(document), idle: true },
  { place: "[data-absent]", load: async () => (await import("./reading/absent.js")).start(find("[data-absent]")) },
  { place: "[data-surprise]", load: async () => (await import("./reading/surprise.js")).start(document) },
  { place: "body", styles: ["diagram/player.css"], load: async () => (await import("./reading/cards.js")).start(document), idle: true },
  { place: "body", load: async () => (await import("./reading/keys.js")).start(document), idle: true },
  { place: "body", part: "offline", load: async () => (await import("./offline/offline.js")).start(document), idle: true },
  { place: "[data-dismiss]", load: async () => (await import("./reading/announcement.js")).start(document) },
];

startPalette(find(".palette"));
startCopying(document);
startSearch();
for (const part of PARTS) if (find(part.place) && (!part.part || hasPart(part.part))) start(part);

function start({ styles = [], load, idle = false }) {
  const run = async () => {
    await Promise.all(styles.map(addStyles));
    await load();
  };
  if (!idle) run();
  else if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 2000 });
  else setTimeout(run, 500);
}

/** Walks through the picture, and its full screen, whose button stands among the walk's. */
async function startDiagram() {
  const figure = find("#diagram");
  const parts = await Promise.all([import("./diagram/player.js"), import("./diagram/zoom.js")]);
  for (const part of parts) part.start(figure);
}

/** Loads the search when a reader goes to its field; on its own page at once. */
function startSearch() {
  const load = async () => (await import("../bundles/search.js")).start(document);
  const field = find("#search-input");
  if (find("#search-page")) load();
  field?.addEventListener("focus", load, { once: true });
  addEventListener("keydown", (event) => {
    if (!field || !isAskingForSearch(event)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** Ctrl-K anywhere; `/` and `s` where they are not being typed into something. */
function isAskingForSearch({ key, altKey, ctrlKey, metaKey, target }) {
  if (altKey) return false;
  if (ctrlKey || metaKey) return key === "k";
  return ["/", "s"].includes(key) && areKeysOn() && !target.closest?.("input, textarea, select, [contenteditable], dialog[open]");
}
