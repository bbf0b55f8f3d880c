// A paper is drawn from its seed alone, and its clock from what is kept of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { query, wanted } from "../../docs/assets/javascripts/paper/address.js";
import { elapsed, pause, run, shown, STANDING } from "../../docs/assets/javascripts/paper/clock.js";
import { draw, hash, newSeed } from "../../docs/assets/javascripts/paper/draw.js";

const BANK = Array.from({ length: 50 }, (_, index) => ({ number: 901 + index, topic: `t${Math.floor(index / 10)}` }));

test("the same seed draws the same paper on every machine", () => {
  assert.equal(hash("k3f9:901"), 4028067155);
  assert.deepEqual(draw("k3f9", BANK, 6), draw("k3f9", BANK.toReversed(), 6));
  assert.deepEqual(draw("k3f9", BANK, 6), [925, 917, 907, 946, 939, 923]);
  assert.notDeepEqual(draw("k3fa", BANK, 6), draw("k3f9", BANK, 6));
});

test("topics take turns, and no question comes twice", () => {
  const drawn = draw("any", BANK, 10);
  assert.equal(new Set(drawn).size, 10);
  assert.equal(new Set(drawn.slice(0, 5).map((number) => Math.floor((number - 1) / 10))).size, 5);
  assert.equal(draw("any", BANK, 99).length, 50);
});

test("all questions are drawn by some seed", () => {
  const drawn = new Set(Array.from({ length: 300 }, (_, seed) => draw(String(seed), BANK, 6)).flat());
  assert.equal(drawn.size, 50);
});

test("the address says what the paper is, and then which questions", () => {
  const asked = wanted("?seed=k3f9&n=6&minutes=45&topic=a,b");
  assert.deepEqual(asked, { seed: "k3f9", count: 6, minutes: 45, topics: ["a", "b"], numbers: [], view: "candidate" });
  assert.equal(query(asked, [905, 901]), "?seed=k3f9&n=2&minutes=45&topic=a,b&q=905,901");
  assert.deepEqual(wanted(query(asked, [905, 901])).numbers, [905, 901]);
  assert.equal(wanted("?seed=x&n=0&minutes=no&view=interviewer").count, 1);
  assert.match(newSeed(), /^[0-9a-z]{4}$/);
});

test("a clock runs through a reload and stands while it is paused", () => {
  const running = run(STANDING, 1000);
  assert.equal(elapsed(JSON.parse(JSON.stringify(running)), 61_000), 60_000);
  const standing = pause(running, 61_000);
  assert.equal(elapsed(standing, 999_000), 60_000);
  assert.equal(elapsed(run(standing, 100_000), 130_000), 90_000);
  assert.equal(elapsed(running, 500), 0);
});

test("a clock is read as minutes and seconds, also when the time is over", () => {
  assert.deepEqual([2_645_000, 59_001, 0, -12_000].map(shown), ["44:05", "1:00", "0:00", "-0:12"]);
});
