// The one way to grade: each step reads what is kept, so that a tab that was left open an hour ago never writes an old
// state over a newer one.
import { all, get, put } from "../shared/store.js";
import { say } from "../shared/words.js";
import { card, settings } from "../progress/cards.js";
import { GRADES, outcomes, SITTING } from "../progress/schedule.js";
import { fitted, grade, undo, without } from "./sitting.js";

const MOST = 3; // unfinished sittings that are offered

/**
 * Grades a card whose state was `seen` when it was shown (null: new): its outcome and what `ungrade` needs, `done`; or null
 * where another tab has graded it since, whose grade then stays.
 */
export function gradeCard(number, rating, seen) {
  const before = card(number);
  if ((before?.last_review ?? 0) !== (seen?.last_review ?? 0)) return null;
  const outcome = outcomes(before, { retention: settings().retention })[rating - 1];
  put(`card/${number}`, outcome.card);
  return { ...outcome, done: { number, at: outcome.card.last_review, before } };
}

/** Takes a grade back, unless the card was graded again since. */
export function ungrade({ number, at, before }) {
  if (card(number)?.last_review === at) put(`card/${number}`, before);
}

/** The sittings that are not finished, the newest first, in an edition that has these questions. */
export function sittings(numbers) {
  const found = [...all("sitting").values()].map((each) => fitted(each, numbers)).sort((one, other) => other.started - one.started);
  for (const { id } of [...found.filter(({ queue }) => !queue.length), ...found.slice(MOST)]) put(`sitting/${id}`, null);
  return found.filter(({ queue }) => queue.length).slice(0, MOST);
}

/** Changes a sitting as it is kept now, and gives it back. */
export function change(sitting, act) {
  const next = act(get(`sitting/${sitting.id}`) ?? sitting);
  keep(next);
  return next;
}

/** Keeps a sitting. */
export const keep = (sitting) => put(`sitting/${sitting.id}`, sitting);

/** Grades the open card of a sitting: {sitting, said}, what to tell the reader. */
export function gradeIn(sitting, number, rating, seen) {
  const outcome = gradeCard(number, rating, seen);
  if (!outcome) return { sitting: change(sitting, (now) => without(now, number)), said: say("{question} was graded in another tab.", { question: `Q${number}` }) };
  const again = outcome.card.due - outcome.done.at < SITTING;
  const next = change(sitting, (now) => grade(now, number, { ...outcome.done, rating, again }));
  const values = { question: `Q${number}`, grade: GRADES[rating - 1], wait: outcome.wait };
  return { sitting: next, said: again ? say("{question} {grade}: it comes again in this sitting.", values) : say("{question} {grade}: back in {wait}.", values) };
}

/** Takes the last grade of a sitting back: {sitting, said}, or null where there is none. */
export function undoIn(sitting) {
  const found = undo(get(`sitting/${sitting.id}`) ?? sitting);
  if (!found) return null;
  ungrade(found.undone);
  keep(found.sitting);
  return { sitting: found.sitting, said: say("The grade of {question} is taken back.", { question: `Q${found.undone.number}` }) };
}
