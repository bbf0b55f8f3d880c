// Decides which card comes next and when it comes again: a thin layer over FSRS, which plans repetitions from how well
// each was remembered. A card here is a plain object with times in milliseconds, ready for JSON.
import { say } from "../shared/words.js";
import { createEmptyCard, fsrs, Rating } from "../../vendor/ts-fsrs-5.4.2.js";
import { inWords } from "./days.js";
import { inTurns, piles } from "./turns.js";

export const GRADES = [say("Again"), say("Hard"), say("Good"), say("Easy")];
const RATINGS = [Rating.Again, Rating.Hard, Rating.Good, Rating.Easy];

/** The share of answers that readers want to remember, unless they say otherwise. */
const RETENTION = 0.9;

/** How much later a card seen in this sitting may come and still be shown in it. */
export const SITTING = 20 * 60_000;

// One short step: who knew an answer is not asked for it once more in the same sitting.
const planner = (retention = RETENTION) =>
  fsrs({ enable_fuzz: true, request_retention: retention, learning_steps: ["10m"], relearning_steps: ["10m"] });

/** What each grade would make of a card (null for a new one), in the order of GRADES. */
export function outcomes(card, { now = Date.now(), retention = RETENTION } = {}) {
  const { log = [], ...known } = card ?? toPlain(createEmptyCard(now));
  const preview = planner(retention).repeat(known, now);
  return RATINGS.map((rating, index) => {
    const after = { ...toPlain(preview[rating].card), log: [...log, [now, index + 1]].slice(-50) };
    return { card: after, wait: inWords(after.due - now) };
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

const estimating = planner();

/** How likely a card would be remembered now, by FSRS's own estimate; 0 for a new one. */
const strength = (card, now = Date.now()) => (card ? estimating.get_retrievability(card, now, false) : 0);

/** The share of some questions that would be remembered now: 0 to 1. */
export function knownShare(questions, cards, now = Date.now()) {
  return questions.reduce((sum, { number }) => sum + strength(cards.get(number), now), 0) / (questions.length || 1);
}

/**
 * The questions of a sitting, at most `limit`. "due": what is due, the weakest memory before others, then new ones from
 * all topics in turn, `fresh` of them at most. "quiz": what was learned, the weakest first, then new ones. "any": what is
 * due, new, and then what rests.
 */
export function choose(questions, cards, { limit, kind = "due", fresh = Infinity, now = Date.now(), random = Math.random }) {
  const weakest = (list) => list.map((each) => [strength(cards.get(each.number), now), each]).sort(([a], [b]) => a - b).map(([, each]) => each);
  const learned = questions.filter(({ number }) => cards.has(number));
  const due = learned.filter(({ number }) => cards.get(number).due <= now);
  const added = mixed(questions.filter(({ number }) => !cards.has(number)), random).slice(0, kind === "due" ? fresh : Infinity);
  const rest = kind === "any" ? learned.filter((each) => !due.includes(each)) : [];
  return [...weakest(kind === "quiz" ? learned : due), ...added, ...weakest(rest)].slice(0, limit);
}

// Shuffled within each topic, then one of each topic after the other.
const mixed = (questions, random) => inTurns(shuffle(piles(questions), random).map((pile) => shuffle(pile, random)));

function shuffle(list, random) {
  return list.map((each) => [random(), each]).sort(([a], [b]) => a - b).map(([, each]) => each);
}
