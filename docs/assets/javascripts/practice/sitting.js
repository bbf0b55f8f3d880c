// A sitting: which questions were chosen, which are still to come, and how those that were answered were graded. Pure
// values, so that it can be kept after each step and go on from there in another tab, another day, another edition:
//
//     {id, started, asked: [901, 905, 907], queue: [905, 907], graded: [{number: 901, rating: 3, at, before}],
//      open: {number: 905, shown: false, hints: 2}}
//
// A question stands in the queue once; one that must come again in this sitting goes back into it.
const AFTER = 4; // questions between a card and its coming again

/** A new sitting over some questions. */
export function begin(numbers, { id, now }) {
  return opened({ id, started: now, asked: [...numbers], queue: [...numbers], graded: [] });
}

function opened(sitting, shown = false) {
  return { ...sitting, open: sitting.queue.length ? { number: sitting.queue[0], shown, hints: 0 } : null };
}

/** Where one is: `place` of `total` questions, or, for one that comes again, `again`; `left` are still to come. */
export function position({ asked, queue, graded }) {
  const seen = new Set(graded.map(({ number }) => number));
  const again = seen.has(queue[0]);
  return { place: Math.min(asked.length, seen.size + (again ? 0 : 1)), total: asked.length, left: queue.length, again };
}

/** Notes a grade of a question; `again` says whether it comes back in this sitting. Nothing where it is not to come. */
export function grade(sitting, number, { rating, again, before, at }) {
  if (!sitting.queue.includes(number)) return sitting;
  const queue = sitting.queue.filter((each) => each !== number);
  if (again) queue.splice(Math.min(AFTER, queue.length), 0, number);
  return opened({ ...sitting, queue, graded: [...sitting.graded, { number, rating, at, before }] });
}

/** Takes the last grade back: the sitting before it, and what was undone; null where there is nothing to undo. */
export function undo(sitting) {
  const undone = sitting.graded.at(-1);
  if (!undone) return null;
  const queue = [undone.number, ...sitting.queue.filter((each) => each !== undone.number)];
  return { sitting: opened({ ...sitting, queue, graded: sitting.graded.slice(0, -1) }, true), undone };
}

/** Leaves a question out: it was skipped, or another tab has graded it. */
export function without(sitting, number) {
  const others = (list) => list.filter((each) => each !== number);
  const seen = sitting.graded.some((each) => each.number === number);
  return opened({ ...sitting, asked: seen ? sitting.asked : others(sitting.asked), queue: others(sitting.queue) });
}

/** The sitting in an edition that has these questions: those gone are left out, none is added. */
export function fitted(sitting, numbers) {
  const has = (number) => numbers.has(number);
  const next = { ...sitting, asked: sitting.asked.filter(has), queue: sitting.queue.filter(has), graded: sitting.graded.filter((each) => has(each.number)) };
  return next.open?.number === next.queue[0] ? next : opened(next);
}
