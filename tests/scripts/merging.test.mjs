// Two devices' progress becomes one, and nothing is lost.
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.location = { protocol: "https:", href: "https://example.org/practice/" };
globalThis.document = { documentElement: { dataset: { base: ".." } } };
const { isCard } = await import("../../docs/assets/javascripts/progress/cards.js");
const { merge, parse } = await import("../../docs/assets/javascripts/progress/merging.js");

const card = (last_review, log) => ({ due: last_review + 9, stability: 1, difficulty: 1, scheduled_days: 1, learning_steps: 0, reps: 1, lapses: 0, state: 2, last_review, log });
const progress = (parts) => parse(JSON.stringify({ format: "study-progress", version: 2, ...parts }));

test("of a card the newer state stays, with the grades of both", () => {
  const here = progress({ cards: { 901: card(20, [[10, 3], [20, 4]]), 902: card(5, [[5, 1]]) } });
  const there = progress({ cards: { 901: card(15, [[10, 3], [15, 1]]), 903: card(7, [[7, 2]]) } });
  const { merged, changes } = merge(here, there);
  assert.equal(merged.cards[901].last_review, 20);
  assert.deepEqual(merged.cards[901].log, [[10, 3], [15, 1], [20, 4]]);
  assert.deepEqual(Object.keys(merged.cards), ["901", "902", "903"]);
  assert.deepEqual(changes.cards, { added: 1, changed: 1 });
  assert.deepEqual(merge(there, here).merged.cards[901], merged.cards[901]);
});

test("notes that differ stand one under the other, those that go on replace", () => {
  const here = progress({ notes: { 901: { text: "mine", at: 1 }, 902: { text: "begun", at: 1 } } });
  const there = progress({ notes: { 901: { text: "theirs", at: 2 }, 902: { text: "begun and ended", at: 2 } } });
  const { notes } = merge(here, there).merged;
  assert.equal(notes[901].text, "mine\n\ntheirs");
  assert.equal(notes[902].text, "begun and ended");
  assert.deepEqual(merge(merge(here, there).merged, there).merged.notes, notes);
});

test("collections are put together, bookmarks too, settings of this device stay", () => {
  const here = progress({ collections: { mine: { questions: [901, 902] } }, bookmarks: { 901: 3 }, settings: { perDay: 5 } });
  const there = progress({ collections: { mine: { questions: [902, 905] } }, bookmarks: { 902: 4 }, settings: { perDay: 9, retention: 0.8 } });
  const { merged } = merge(here, there);
  assert.deepEqual(merged.collections.mine.questions, [901, 902, 905]);
  assert.deepEqual(merged.bookmarks, { 901: 3, 902: 4 });
  assert.deepEqual(merged.settings, { perDay: 5, retention: 0.8 });
});

test("of a paper the later sitting stays, whichever device it was on", () => {
  const [here, there] = [1, 2].map((at) => progress({ papers: { a: { questions: [901], at } } }));
  assert.equal(merge(here, there).merged.papers.a.at, 2);
  assert.equal(merge(there, here).merged.papers.a.at, 2);
});

test("a card is one that can be planned on, or none", () => {
  assert.ok(isCard(card(1)));
  for (const change of [{ due: NaN }, { due: 1e17 }, { stability: -1 }, { reps: undefined }, { state: "2" }, { last_review: null }]) {
    assert.ok(!isCard({ ...card(1), ...change }), JSON.stringify(change));
  }
  assert.ok(!isCard(null));
});

test("the same file twice changes nothing", () => {
  const here = progress({ cards: { 901: card(20, [[20, 4]]) }, notes: { 901: { text: "x", at: 1 } } });
  const { changes } = merge(here, here);
  assert.ok(Object.values(changes).every(({ added, changed }) => !added && !changed));
});

test("what is no progress is refused, what cannot be is left out, an older file is read", () => {
  assert.throws(() => parse('{"cards": {}}'));
  assert.throws(() => parse('{"format": "study-progress", "version": 3}'));
  const { cards } = parse(JSON.stringify({ format: "study-progress", version: 1, cards: { 901: { ...card(1), due: 1e99 }, 902: card(1), 903: {} } }));
  assert.deepEqual(Object.keys(cards), ["902"]);
});
