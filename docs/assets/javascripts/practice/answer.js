// The answer of a question that is asked, on a card, on its own page and in a paper alike.
import { action, element, isShortcut } from "../shared/dom.js";
import { say } from "../shared/words.js";

/** The button that shows it. */
export const showButton = (act) => action(say("Show the answer"), act, "primary", { title: say("Show the answer (Space)") });

/** What the page of a question holds as its answer. */
export function answerPart(answer, attributes = {}) {
  return element("section", { class: "prose", "aria-label": say("Answer"), dir: answer?.dir || null, ...attributes }, ...(answer?.childNodes ?? []));
}

/** The way to the question's own page. */
export function pageLink(href, attributes = {}) {
  return element("p", { class: "practice-open", ...attributes }, element("a", { href, "data-no-card": true }, say("Open its page")));
}

/** What was done last, and, where it has a label, the button that takes it back. */
export function lastLine(said, label, onUndo) {
  const undo = label ? action(label, onUndo, "link", { title: say("Take the last grade back (u)") }) : "";
  return element("p", { class: "practice-line" }, element("span", {}, said), " ", undo);
}

/** Does what a key says, of what can be done now: `acts` by their keys, and `grade` for 1 to 4. */
export function press(event, acts) {
  const { key, target } = event;
  const act = /^[1-4]$/.test(key) ? acts.grade : acts[key];
  if (!act || event.defaultPrevented || !isShortcut(event) || (key === " " && target.closest("button, a, summary"))) return;
  act(Number(key));
  event.preventDefault();
}
