// Which questions a line of a reader's names, and how numbers are written as one: no list of a hundred in an address.
//
//     named("901, Q905-907 abc", known)  ->  { numbers: [901, 905, 906, 907], left: ["abc"] }
//     written([901, 905, 906, 907])      ->  "901,905-907"

const NAME = /^Q?(\d+)(?:-Q?(\d+))?$/i;

/** The questions of the bank that a line names, each once, and whatever in it names none. */
export function named(line, known) {
  const there = new Set(known);
  const numbers = new Set();
  const left = new Set();
  for (const word of line.replace(/(\d)\s*[-–—]\s*(?=Q?\d)/gi, "$1-").split(/[\s,;]+/).filter(Boolean)) {
    const found = namedBy(word, known, there);
    for (const number of found) numbers.add(number);
    if (!found.length) left.add(word);
  }
  return { numbers: [...numbers], left: [...left] };
}

function namedBy(word, known, there) {
  const [, first, last] = NAME.exec(word) ?? [];
  if (!first) return [];
  if (!last) return there.has(Number(first)) ? [Number(first)] : [];
  const [low, high] = [Number(first), Number(last)].sort((one, other) => one - other);
  return known.filter((number) => number >= low && number <= high);
}

/** Numbers as one line, in their order; of three or more that follow each other only the ends. */
export function written(numbers) {
  const runs = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run.at(-1) + 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(","))).join(",");
}
