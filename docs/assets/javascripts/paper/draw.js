// Draws a paper from a seed: whole numbers only, so that it is the same on every machine and in every browser.
//
//     draw("k3f9", [{number: 901, topic: 0}, …], 6)  ->  [934, 905, …]
//
// Each question has a place that only seed and number decide; topics take turns. So a question more in the bank changes
// little, and the order in which the bank lists them nothing.
import { inTurns, piles } from "../progress/turns.js";

/** A whole number below 2³² that follows from a text (FNV-1a, then mixed as in MurmurHash3). */
export function hash(text) {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The numbers of a paper of at most `count` questions. */
export function draw(seed, questions, count) {
  const place = (number) => hash(`${seed}:${number}`);
  const inOrder = (one, other) => place(one) - place(other) || one - other;
  const sorted = piles(questions).map((pile) => pile.map(({ number }) => number).sort(inOrder));
  return inTurns(sorted.sort(([one], [other]) => inOrder(one, other))).slice(0, count);
}

/** A seed by chance, short enough to be read out. */
export function newSeed(random = Math.random) {
  return Math.floor(random() * 36 ** 4).toString(36).padStart(4, "0");
}
