// Keys for the whole site: `n` and `p` follow the page's own links to the next and previous question, `?` tells what
// other keys there are. The search listens for its keys itself, as the diagram does for its own.
import { button, element, isTyping } from "../shared/dom.js";

const HELP = [
  ["/", "search"],
  ["n", "next question"],
  ["p", "previous question"],
  ["r", "a question by chance"],
  ["← →", "step through the diagram"],
  ["Space", "play or pause the steps"],
  ["f", "diagram full screen; + − 0 zoom, Shift and arrows move"],
  ["1 2 3 4", "in practice: again, hard, good, easy"],
  ["?", "this list"],
  ["Esc", "close what is open"],
];

const FOLLOW = {
  n: "a[rel~=next]",
  p: "a[rel~=prev]",
  r: "[data-surprise]",
  f: ".player-tools > button",
};

/** Listens on the whole page. */
export function start(root) {
  root.addEventListener("keydown", (event) => {
    if (isTyping(event) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") showHelp();
    else if (FOLLOW[event.key]) root.querySelector(FOLLOW[event.key])?.click();
    else return;
    event.preventDefault();
  });
}

function showHelp() {
  const lines = HELP.map(([key, does]) => element("div", {}, element("dt", {}, ...key.split(" ").map(toKey)), element("dd", {}, does)));
  const dialog = element("dialog", { class: "help", "aria-labelledby": "help-title", "data-added": true });
  const head = element("div", { class: "help-head" }, element("h2", { id: "help-title" }, "Keys"), button("close", "Close", () => dialog.close()));
  dialog.append(head, element("dl", {}, ...lines));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const toKey = (name) => element("kbd", {}, name);
