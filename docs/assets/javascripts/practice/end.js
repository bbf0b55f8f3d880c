// The last view of a sitting: what it came to, and when the next card comes.
import { action, element, isShortcut } from "../shared/dom.js";
import { say, sayCount, sayList } from "../shared/words.js";
import { inWords } from "../progress/days.js";
import { GRADES } from "../progress/schedule.js";
import { warning } from "./warning.js";

/** What was done, and when the next card is due. */
export function showEnd({ sitting, deck, cards, storage, said, onUndo, onAgain }) {
  const dues = deck.map(({ number }) => cards.get(number)?.due).filter((due) => due > Date.now());
  const next = dues.length && storage === "lasting" ? say("The next one comes back in {wait}.", { wait: inWords(Math.min(...dues) - Date.now()) }) : "";
  const title = element("h1", { tabindex: "-1" }, say("That is all for now"));
  const done = new Set(sitting.graded.map(({ number }) => number)).size;
  const count = done ? `${sayCount(done, "{count} question done: {grades}.", "{count} questions done: {grades}.", { grades: grades(sitting) })} ` : "";
  const undo = done ? action(say("Undo the last grade"), onUndo, "link", { title: say("Take the last grade back (u)") }) : "";
  const parts = [
    title,
    warning(storage),
    element("p", { class: "lead" }, count + next),
    element("p", { class: "practice-line" }, element("span", {}, said), " ", undo),
    element("div", { class: "practice-go" }, action(say("Back to the cards"), onAgain, "primary")),
  ];
  return { parts, focus: title, onKey: (event) => event.key === "u" && isShortcut(event) && onUndo() };
}

/** "6 good, 1 again": how often each grade was given first. */
function grades({ graded }) {
  const first = new Map(graded.toReversed().map(({ number, rating }) => [number, rating]));
  const counts = GRADES.map((name, index) => [[...first.values()].filter((rating) => rating === index + 1).length, name.toLowerCase()]);
  return sayList(counts.filter(([count]) => count).map(([count, name]) => `${count} ${name}`));
}
