// Keys for the whole site: `n` and `p` follow the page's own links to the next and previous question, `?` tells what
// other keys there are, and lets them be switched off. The search, the diagram and practice listen for their own.
import { areKeysOn, button, element, isShortcut } from "../shared/dom.js";

const HELP = [
  ["/ s", "search"],
  ["n", "next question"],
  ["p", "previous question"],
  ["r", "a question by chance"],
  ["← →", "step through the diagram"],
  ["Space", "in the diagram: play or pause the steps (after a click or Tab into it)"],
  ["f", "diagram full screen; + − 0 zoom, Shift and arrows move"],
  ["a", "ask me this question"],
  ["b", "bookmark it"],
  ["Space", "in practice: show the answer"],
  ["1 2 3 4", "in practice: again, hard, good, easy"],
  ["h", "in practice: a hint"],
  ["u", "in practice: undo the last grade"],
  ["x", "in practice: skip"],
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
    if (event.defaultPrevented || !isShortcut(event)) return;
    const target = FOLLOW[event.key] ? root.querySelector(FOLLOW[event.key]) : root.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (event.key === "?") showHelp();
    else if (target) target.click();
    else return;
    event.preventDefault();
  });
  const help = element("button", { type: "button", class: "link" }, "Keys");
  help.addEventListener("click", showHelp);
  root.querySelector("[data-keys]")?.append(help);
}

/** Single keys, which speech and other input may press unasked, can be switched off. */
function makeSwitch() {
  const box = element("input", { type: "checkbox" });
  box.checked = areKeysOn();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem("keys", box.checked ? "on" : "off");
    } catch {
      // they stay as they are
    }
  });
  return element("label", { class: "help-switch" }, box, " Single keys do something on this site");
}

function showHelp() {
  const lines = HELP.map(([key, does]) => element("div", {}, element("dt", {}, ...key.split(" ").map(toKey)), element("dd", {}, does)));
  const dialog = element("dialog", { class: "help", "aria-labelledby": "help-title", "data-added": true });
  const head = element("div", { class: "help-head" }, element("h2", { id: "help-title" }, "Keys"), button("close", "Close", () => dialog.close()));
  dialog.append(head, makeSwitch(), element("dl", {}, ...lines));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const toKey = (name) => element("kbd", {}, name);
