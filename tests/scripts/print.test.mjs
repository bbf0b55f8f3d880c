// What a reader's line of numbers names, and how numbers become a line.
import assert from "node:assert/strict";
import { test } from "node:test";
import { named, written } from "../../docs/assets/javascripts/selection/numbers.js";

const BANK = [1, 2, 3, 5, 8, 901, 902, 905];

test("numbers, ranges and doubles are found in the order they are named", () => {
  assert.deepEqual(named("905, Q901 - 902; 902 3-1", BANK), { numbers: [905, 901, 902, 1, 2, 3], left: [] });
  assert.deepEqual(named("Q1–q3", BANK).numbers, [1, 2, 3]);
});

test("what names no question is left out and told once", () => {
  assert.deepEqual(named("901,abc,9999 abc 10-20 9x -", BANK), { numbers: [901], left: ["abc", "9999", "10-20", "9x", "-"] });
  assert.deepEqual(named("  ", BANK), { numbers: [], left: [] });
});

test("runs of three and more are written by their ends", () => {
  assert.equal(written([905, 1, 2, 3, 8, 901, 902]), "905,1-3,8,901,902");
  assert.deepEqual(named(written(BANK), BANK).numbers, BANK);
});
