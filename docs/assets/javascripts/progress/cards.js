// The cards of this device, as they are kept: what FSRS needs to go on, and a log of [time, grade].
import { all, get, put } from "../shared/store.js";

const WHOLE = "practice.progress"; // where an earlier version kept all cards in one
const NUMBERS = ["due", "stability", "difficulty", "scheduled_days", "learning_steps", "reps", "lapses", "state", "last_review"];
const REVIEW = 2; // FSRS's state of a card that has been learned
const LAST = 8.64e15; // the end of time, as JavaScript has it

/** Whether a value is a card that FSRS can go on from. */
export const isCard = (card) => NUMBERS.every((name) => Number.isFinite(card?.[name])) && Math.abs(card.due) <= LAST && card.stability >= 0;

/** All cards seen so far, by number. */
export function cards() {
  takeOver();
  const whole = [...all("card")].filter(([number, card]) => Number.isInteger(Number(number)) && isCard(card));
  return new Map(whole.map(([number, card]) => [Number(number), card]));
}

/** The card of a question, or null. */
export function card(number) {
  const found = get(`card/${number}`);
  return isCard(found) ? found : null;
}

function takeOver() {
  try {
    const { cards: old } = JSON.parse(localStorage.getItem(WHOLE));
    for (const [number, each] of Object.entries(old)) if (!card(number) && isCard(each)) put(`card/${number}`, each);
    localStorage.removeItem(WHOLE);
  } catch {
    // there is none
  }
}

/** What the reader has chosen: {perDay, retention, interview}. */
export const settings = () => get("settings") ?? {};

/** Whether a card is "new", "learning", to "revisit", or "known". */
export function standing(card, now = Date.now()) {
  if (!card) return "new";
  if (card.state !== REVIEW) return "learning";
  return card.due <= now ? "revisit" : "known";
}
