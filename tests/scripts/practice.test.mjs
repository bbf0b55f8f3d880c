// The logic of practice, without a browser: which cards a sitting takes, how it goes on, how two devices become one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { begunOn, forecast, freshToday, inWords } from "../../docs/assets/javascripts/progress/days.js";
import { choose, knownShare, outcomes, tally } from "../../docs/assets/javascripts/progress/schedule.js";
import { begin, fitted, grade, position, undo, without } from "../../docs/assets/javascripts/practice/sitting.js";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 29, 12);
const QUESTIONS = [901, 902, 903, 911, 912, 913].map((number) => ({ number, topic: Math.floor(number / 10) }));
const numbers = (list) => list.map(({ number }) => number);
const learned = (rating, at) => outcomes(null, { now: at })[rating - 1].card;

test("a good answer is not asked for once more in the same sitting, a forgotten one is", () => {
  const [again, , good] = outcomes(null, { now: NOW });
  assert.ok(again.card.due - NOW < 20 * 60_000);
  assert.ok(good.card.due - NOW > DAY / 2);
  assert.deepEqual(good.card.log, [[NOW, 3]]);
  const known = learned(4, NOW - 40 * DAY);
  const [forgotten] = outcomes(known, { now: NOW });
  assert.ok(forgotten.card.due - NOW < 20 * 60_000);
  assert.deepEqual(forgotten.card.log, [[NOW - 40 * DAY, 4], [NOW, 1]]);
  assert.equal(outcomes({ ...known, log: Array(60).fill([1, 3]) }, { now: NOW })[2].card.log.length, 50);
});

test("a higher wish to remember brings cards back sooner", () => {
  const due = (retention) => outcomes(learned(3, NOW - 9 * DAY), { now: NOW, retention })[2].card.due;
  assert.ok(due(0.97) < due(0.8));
});

test("a sitting takes what is due, then new ones of all topics in turn", () => {
  const cards = new Map([[902, learned(3, NOW - 40 * DAY)]]);
  const chosen = numbers(choose(QUESTIONS, cards, { limit: 3, now: NOW, random: () => 0.5 }));
  assert.equal(chosen[0], 902);
  assert.notEqual(Math.floor(chosen[1] / 10), Math.floor(chosen[2] / 10));
  assert.deepEqual(numbers(choose(QUESTIONS, cards, { limit: 9, fresh: 0, now: NOW })), [902]);
});

test("neither the first topic nor its first question comes first each time", () => {
  let last = 1;
  const falling = () => (last -= 0.01);
  assert.deepEqual(numbers(choose(QUESTIONS, new Map(), { limit: 3, now: NOW, random: falling })), [913, 903, 912]);
});

test("the quiz takes what was learned, the weakest first, before what is new", () => {
  const cards = new Map([[901, learned(4, NOW - DAY)], [913, learned(2, NOW - 3 * DAY)], [903, learned(4, NOW - 60_000)]]);
  const chosen = numbers(choose(QUESTIONS, cards, { limit: 4, kind: "quiz", now: NOW }));
  assert.deepEqual(chosen.slice(0, 3), [913, 901, 903]);
});

test("the weakest memory comes first, what is new after it, and what rests last", () => {
  const known = { difficulty: 5, elapsed_days: 0, scheduled_days: 5, learning_steps: 0, reps: 3, lapses: 0, state: 2 };
  const card = (due, stability) => ({ ...known, due: NOW + due * DAY, stability, last_review: NOW - 10 * DAY });
  const cards = new Map([[1, card(-1, 90)], [2, card(-2, 3)], [3, card(-3, 20)], [4, card(5, 2)], [5, card(0.5, 60)]]);
  const questions = [1, 2, 3, 4, 5, 6].map((number) => ({ number, topic: "t" }));
  const chosen = (kind, limit = 9) => numbers(choose(questions, cards, { limit, kind, now: NOW }));
  assert.deepEqual(chosen("due"), [2, 3, 1, 6]);
  assert.deepEqual(chosen("any"), [2, 3, 1, 6, 4, 5]);
  assert.deepEqual(chosen("quiz"), [4, 2, 3, 5, 1, 6]);
  assert.deepEqual(chosen("due", 2), [2, 3]);
  assert.deepEqual(numbers(choose(questions, cards, { limit: 9, kind: "quiz", fresh: 0, now: NOW })).at(-1), 6);
  assert.deepEqual(tally(questions, cards, NOW), { due: 3, fresh: 1, resting: 2 });
});

test("a selection whose cards all rest can be asked", () => {
  const cards = new Map(QUESTIONS.map(({ number }) => [number, learned(4, NOW - 60_000)]));
  assert.equal(tally(QUESTIONS, cards, NOW).resting, 6);
  assert.equal(choose(QUESTIONS, cards, { limit: 9, now: NOW }).length, 0);
  assert.equal(choose(QUESTIONS, cards, { limit: 9, kind: "any", now: NOW }).length, 6);
});

test("what is known is FSRS's own estimate", () => {
  const cards = new Map([[901, learned(4, NOW)]]);
  assert.equal(knownShare(QUESTIONS, new Map(), NOW), 0);
  assert.ok(Math.abs(knownShare(QUESTIONS, cards, NOW) - 1 / 6) < 0.01);
  assert.ok(knownShare(QUESTIONS, cards, NOW + 300 * DAY) < 1 / 6);
});

test("ten cards are ten questions, and one that comes again says so", () => {
  let sitting = begin([901, 902, 903], { id: "a", now: NOW });
  assert.deepEqual(position(sitting), { place: 1, total: 3, left: 3, again: false });
  sitting = grade(sitting, 901, { rating: 1, again: true, before: null, at: NOW });
  assert.deepEqual(sitting.queue, [902, 903, 901]);
  assert.deepEqual(position(sitting), { place: 2, total: 3, left: 3, again: false });
  for (const number of [902, 903]) sitting = grade(sitting, number, { rating: 3, again: false, before: null, at: NOW });
  assert.deepEqual(position(sitting), { place: 3, total: 3, left: 1, again: true });
  assert.equal(sitting.open.number, 901);
});

test("a grade can be taken back, up to the first", () => {
  const start = begin([901, 902], { id: "a", now: NOW });
  const graded = grade(start, 901, { rating: 4, again: false, before: null, at: NOW });
  const back = undo(graded);
  assert.deepEqual(back.sitting.queue, [901, 902]);
  assert.equal(back.undone.before, null);
  assert.deepEqual(back.sitting.open, { number: 901, shown: true, hints: 0 });
  assert.equal(undo(back.sitting), null);
});

test("a question that is no longer to come is not graded twice", () => {
  const sitting = grade(begin([901, 902], { id: "a", now: NOW }), 901, { rating: 4, again: false, before: null, at: NOW });
  assert.equal(grade(sitting, 901, { rating: 1, again: true, before: null, at: NOW }), sitting);
  assert.deepEqual(without(sitting, 902).asked, [901]);
  assert.deepEqual(without(sitting, 901).asked, [901, 902]);
});

test("a new edition leaves out what is gone and adds nothing", () => {
  const sitting = begin([901, 902, 903], { id: "a", now: NOW });
  const next = fitted(sitting, new Set([902, 903, 904]));
  assert.deepEqual([next.asked, next.queue, next.open.number], [[902, 903], [902, 903], 902]);
  const graded = grade(sitting, 901, { rating: 3, again: false, before: null, at: NOW });
  assert.deepEqual(fitted(graded, new Set([902, 903])).graded, []);
  assert.equal(fitted({ ...sitting, open: { number: 901, shown: true, hints: 1 } }, new Set([901, 902])).open.shown, true);
});

test("new cards a day follow the reader's wish, or the days that are left", () => {
  assert.equal(freshToday(40, {}, 3, NOW), 40);
  assert.equal(freshToday(40, { perDay: 5 }, 3, NOW), 2);
  assert.equal(freshToday(38, { interview: NOW + 10 * DAY }, 2, NOW), 2);
  assert.equal(freshToday(40, { perDay: 5 }, 9, NOW), 0);
});

test("days are told as readers count them", () => {
  const cards = new Map([[901, { due: NOW - 5 * DAY, log: [[NOW, 3]] }], [902, { due: NOW + DAY, log: [[NOW - DAY, 3], [NOW, 1]] }]]);
  assert.deepEqual(forecast(cards, 3, NOW), [1, 1, 0]);
  assert.equal(begunOn(cards, NOW), 1);
  assert.deepEqual([inWords(90_000), inWords(DAY), inWords(60 * DAY)], ["2 min", "1 day", "2 months"]);
});
