// The list of keys that `?` shows, and the switch that makes single keys do nothing.
import { areKeysOn, button, element, hasPart } from "../shared/dom.js";

const HELP = [
  ["/ s", "search"],
  ["n", "next question"],
  ["p", "previous question"],
  ["r", "a question by chance"],
  ["← →", "step through the diagram"],
  ["Space", "in the diagram: play or pause the steps (after a click or Tab into it)"],
  ["f", "diagram full screen; + − 0 zoom, Shift and arrows move"],
  ["a", "ask me this question", "practice"],
  ["b", "bookmark it", "practice"],
  ["Space", "in practice: show the answer", "practice"],
  ["1 2 3 4", "in practice: again, hard, good, easy", "practice"],
  ["h", "in practice: a hint", "practice"],
  ["u", "in practice: undo the last grade", "practice"],
  ["x", "in practice: skip", "practice"],
  ["?", "this list"],
  ["Esc", "close what is open"],
];

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

/** Shows the list. */
export function show() {
  const lines = HELP.filter(([, , part]) => hasPart(part)).map(([key, does]) => element("div", {}, element("dt", {}, ...key.split(" ").map(toKey)), element("dd", {}, does)));
  const dialog = element("dialog", { class: "help", "aria-labelledby": "help-title", "data-added": true });
  const head = element("div", { class: "help-head" }, element("h2", { id: "help-title" }, "Keys"), button("close", "Close", () => dialog.close()));
  dialog.append(head, makeSwitch(), element("dl", {}, ...lines));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const toKey = (name) => element("kbd", {}, name);
