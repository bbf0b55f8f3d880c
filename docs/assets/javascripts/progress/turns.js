// Questions of all topics in turn, so that no topic comes in one piece.

/** Questions by topic: [[{topic: 0, …}, …], …]. */
export function piles(questions) {
  const topics = new Map();
  for (const each of questions) topics.set(each.topic, [...(topics.get(each.topic) ?? []), each]);
  return [...topics.values()];
}

/** One of each pile after the other, then the next of each: [[1, 2, 3], [7, 8]] -> [1, 7, 2, 8, 3]. */
export function inTurns(all) {
  const longest = Math.max(0, ...all.map((pile) => pile.length));
  return Array.from({ length: longest }, (_, turn) => all.filter((pile) => turn < pile.length).map((pile) => pile[turn])).flat();
}
