// Knows the words of the bank, and gives for a typed word those that may be meant:
//
//     "replicaiton"  ->  replication        (a typing mistake)
//     "repl"         ->  replica, replay …  (the beginning of a word)
//     "elasticsearch" -> elastic + search   (joined, where the bank splits)
//

/** The number of typing mistakes that a word of this length may have. */
const allowed = (word) => (/\d/.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * Typing mistakes between two words: letters added, left out, changed, or two swapped. Infinity when over the limit.
 */
export function mistakes(left, right, limit) {
  if (Math.abs(left.length - right.length) > limit) return Infinity;
  let before = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return Infinity;
    before = last;
    last = current;
  }
  return last[right.length] <= limit ? last[right.length] : Infinity;
}

/** Whether a word of four letters lost a letter or swapped two; another letter makes it just another word, as in stop, step. */
const isSlip = (typed, word) => word.length > typed.length || [...typed].sort().join() === [...word].sort().join();

export class Vocabulary {
  constructor() {
    /** How many times each word occurs. */
    this.counts = new Map();
    this.stems = new Set();
  }

  add(word, stem, count = 1) {
    this.counts.set(word, (this.counts.get(word) ?? 0) + count);
    this.stems.add(stem);
  }

  hasStem(stem) {
    return this.stems.has(stem);
  }

  /** Words that begin with what was typed, the likeliest first: [[word, share of it that was typed], …]. */
  completions(typed, most = 24) {
    const found = [];
    for (const [word, count] of this.counts) {
      if (word.length > typed.length && word.startsWith(typed)) found.push([word, typed.length / word.length, count]);
    }
    found.sort((one, other) => other[1] - one[1] || other[2] - one[2] || (one[0] < other[0] ? -1 : 1));
    return found.slice(0, most).map(([word, share]) => [word, share]);
  }

  /** Words that a mistyped one may stand for, the likeliest first: [[word, mistakes], …]. */
  corrections(typed, most = 4) {
    const limit = allowed(typed);
    if (!limit) return [];
    const found = [];
    for (const [word, count] of this.counts) {
      if (word.length < 4 || /^[^\p{L}\p{N}]/u.test(word)) continue;
      const distance = mistakes(typed, word, limit);
      if (distance > limit || (typed.length === 4 && !isSlip(typed, word))) continue;
      // Readers seldom miss the first letter.
      found.push([word, distance + (word[0] === typed[0] ? 0 : 0.5), count]);
    }
    found.sort((one, other) => one[1] - other[1] || other[2] - one[2] || (one[0] < other[0] ? -1 : 1));
    return found.filter((each) => each[1] <= found[0][1] + 0.5).slice(0, most).map(([word, distance]) => [word, distance]);
  }

  /** The two words of the bank that a typed one is made of, or null: the split whose rarer half is commonest. */
  halves(typed) {
    let best = null;
    let most = 0;
    for (let cut = 3; cut <= typed.length - 3; cut += 1) {
      const pair = [typed.slice(0, cut), typed.slice(cut)];
      const count = Math.min(...pair.map((half) => this.counts.get(half) ?? 0));
      if (count > most) [best, most] = [pair, count];
    }
    return best;
  }
}
