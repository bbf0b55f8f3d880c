// The list of keys that `?` shows, and the switch that makes single keys do nothing.
import { areKeysOn, button, element, hasPart } from "../shared/dom.js";
import { say } from "../shared/words.js";

const HELP = [
  ["/ s", say("search")],
  ["n", say("next question")],
  ["p", say("previous question")],
  ["r", say("a question by chance")],
  ["← →", say("step through the diagram")],
  [[say("Space")], say("in the diagram: play or pause the steps (after a click or Tab into it)")],
  ["f", say("diagram full screen; + − 0 zoom, Shift and arrows move")],
  ["a", say("ask me this question"), "practice"],
  ["b", say("bookmark it"), "practice"],
  [[say("Space")], say("in practice: show the answer"), "practice"],
  ["1 2 3 4", say("in practice: again, hard, good, easy"), "practice"],
  ["h", say("in practice: a hint"), "practice"],
  ["u", say("in practice: undo the last grade"), "practice"],
  ["x", say("in practice: skip"), "practice"],
  ["?", say("this list")],
  ["Esc", say("close what is open")],
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
  return element("label", { class: "help-switch" }, box, " ", say("Single keys do something on this site"));
}

/** The keys of an entry: one whose name may have several words stands in a list. */
const keysOf = (entry) => (Array.isArray(entry) ? entry : entry.split(" "));

/** Shows the list. */
export function show() {
  const lines = HELP.filter(([, , part]) => hasPart(part)).map(([key, does]) => element("div", {}, element("dt", {}, ...keysOf(key).map(toKey)), element("dd", {}, does)));
  const dialog = element("dialog", { class: "help", "aria-labelledby": "help-title", "data-added": true });
  const head = element("div", { class: "help-head" }, element("h2", { id: "help-title" }, say("Keys")), button("close", say("Close"), () => dialog.close()));
  dialog.append(head, makeSwitch(), element("dl", {}, ...lines));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const toKey = (name) => element("kbd", {}, name);
