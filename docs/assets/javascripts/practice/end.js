// The last view of a sitting: what it came to, and when the next card comes.
import { action, element } from "../shared/dom.js";
import { say, sayCount } from "../shared/words.js";
import { inWords } from "../progress/days.js";
import { GRADES } from "../progress/schedule.js";
import { lastLine, press } from "./answer.js";
import { sayGrades } from "./grades.js";
import { warning } from "./warning.js";

/** What was done, and when the next card is due. */
export function showEnd({ sitting, deck, cards, storage, said, onUndo, onAgain }) {
  const dues = deck.map(({ number }) => cards.get(number)?.due).filter((due) => due > Date.now());
  const next = dues.length && storage === "lasting" ? say("The next one comes back in {wait}.", { wait: inWords(Math.min(...dues) - Date.now()) }) : "";
  const title = element("h1", { tabindex: "-1" }, say("That is all for now"));
  const first = new Map(sitting.graded.toReversed().map(({ number, rating }) => [number, rating]));
  const done = first.size;
  const grades = sayGrades(GRADES, [...first.values()]);
  const count = done ? `${sayCount(done, "{count} question done: {grades}.", "{count} questions done: {grades}.", { grades })} ` : "";
  const parts = [
    title,
    warning(storage),
    element("p", { class: "lead" }, count + next),
    lastLine(said, done && say("Undo the last grade"), onUndo),
    element("div", { class: "practice-go" }, action(say("Back to the cards"), onAgain, "primary")),
  ];
  return { parts, focus: title, onKey: (event) => press(event, { u: onUndo }) };
}
