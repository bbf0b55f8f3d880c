// Decides which card comes next and when it comes again: a thin layer over FSRS, which plans repetitions from how well
// each was remembered. A card here is a plain object with times in milliseconds, ready for JSON.
import { createEmptyCard, fsrs, Rating } from "../../vendor/ts-fsrs-5.4.2.js";

const planner = fsrs({ enable_fuzz: true });
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const GRADES = [
  { rating: Rating.Again, name: "Again" },
  { rating: Rating.Hard, name: "Hard" },
  { rating: Rating.Good, name: "Good" },
  { rating: Rating.Easy, name: "Easy" },
];

/** How much later a card seen in this sitting may come and still be shown in it. */
export const SITTING = 20 * MINUTE;

/** What each grade would make of a card (undefined for a new one), in the order of GRADES. */
export function outcomes(card, now = Date.now()) {
  const preview = planner.repeat(card ?? toPlain(createEmptyCard(now)), now);
  return GRADES.map(({ rating, name }) => {
    const after = toPlain(preview[rating].card);
    return { name, card: after, wait: inWords(after.due - now) };
  });
}

function toPlain(card) {
  return { ...card, due: Number(card.due), last_review: Number(card.last_review ?? 0) };
}

/** Counts of questions due now, new, and resting until later. */
export function tally(questions, cards, now = Date.now()) {
  const known = questions.map(({ number }) => cards.get(number));
  const fresh = known.filter((card) => !card).length;
  const due = known.filter((card) => card && card.due <= now).length;
  return { due, fresh, resting: questions.length - due - fresh };
}

/**
 * The questions of a sitting, at most `limit`: first what is due, the weakest memory before others, then new ones from
 * all topics in turn; with `early`, then what is not due yet, again the weakest first.
 */
export function choose(questions, cards, { limit, early = false, now = Date.now(), random = Math.random }) {
  const strength = ({ number }) => planner.get_retrievability(cards.get(number), now, false);
  const byStrength = (list) => list.map((each) => [strength(each), each]).sort(([a], [b]) => a - b).map(([, each]) => each);
  const known = questions.filter(({ number }) => cards.has(number));
  const due = byStrength(known.filter(({ number }) => cards.get(number).due <= now));
  const later = early ? byStrength(known.filter(({ number }) => cards.get(number).due > now)) : [];
  const fresh = inTurn(questions.filter(({ number }) => !cards.has(number)), random);
  return [...due, ...fresh, ...later].slice(0, limit);
}

// Shuffled within each topic, then one of each topic after the other.
function inTurn(questions, random) {
  const piles = shuffle([...groupByTopic(questions).values()], random).map((pile) => shuffle(pile, random));
  const longest = Math.max(0, ...piles.map((pile) => pile.length));
  return Array.from({ length: longest }, (_, index) => piles.map((pile) => pile[index])).flat().filter(Boolean);
}

function groupByTopic(questions) {
  const topics = new Map();
  for (const each of questions) topics.has(each.topic) ? topics.get(each.topic).push(each) : topics.set(each.topic, [each]);
  return topics;
}

function shuffle(list, random) {
  return list.map((each) => [random(), each]).sort(([a], [b]) => a - b).map(([, each]) => each);
}

/** A span of time as one would say it: "10 min", "3 days", "2 months". */
export function inWords(milliseconds) {
  const units = [[365 * DAY, "year"], [30 * DAY, "month"], [DAY, "day"], [60 * MINUTE, "hour"]];
  for (const [size, name] of units) {
    const count = Math.round(milliseconds / size);
    if (milliseconds >= size * 0.95) return `${count} ${name}${count === 1 ? "" : "s"}`;
  }
  return `${Math.max(1, Math.round(milliseconds / MINUTE))} min`;
}
