// Finds what to show of a question: its title with the hits marked, and the best passage of its answer.
//
//     marked("Rate limiting per tenant", stems of "tenant")  ->  [["Rate limiting per ", false], ["tenant", true]]
//
import { cells, isSpaceless, stem, words } from "./text.js";

const WORD = /[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu;
const LONGEST = 180;
const LEAD = 50;

/** Where the hits stand in a text: [[start, end, stem], …]. */
function hits(text, stems) {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    if (isSpaceless(match[0])) found.push(...hitsInside(match[0], match.index, stems));
    else {
      const hit = words(match[0]).map(stem).find((each) => stems.has(each));
      if (hit !== undefined) found.push([match.index, match.index + match[0].length, hit]);
    }
  }
  return found;
}

/** The same in a word without spaces that begins at `start`: hits may overlap, as pairs of neighbours do. */
function hitsInside(word, start, stems) {
  const found = [];
  for (const { cell, pair } of cells(word)) {
    const [one, both = ""] = words(pair || cell).map(stem);
    const hit = [both, one].find((each) => stems.has(each));
    if (hit !== undefined) found.push([start, start + (hit === both ? pair : cell).length, hit]);
    start += cell.length;
  }
  return found;
}

/** A text cut where its hits begin and end: [[piece, whether it is a hit], …]. */
export function marked(text, stems) {
  const pieces = [];
  let from = 0;
  for (const [start, end] of hits(text, stems)) {
    if (start > from) pieces.push([text.slice(from, start), false]);
    if (start <= from && pieces.at(-1)?.[1]) pieces.at(-1)[0] += text.slice(from, end);
    else pieces.push([text.slice(start, end), true]);
    from = end;
  }
  if (from < text.length) pieces.push([text.slice(from), false]);
  return pieces;
}

/** A line cut to a readable length round its first hit. */
function cut(line, first) {
  if (line.length <= LONGEST) return line;
  let start = first > LEAD ? Math.max(line.lastIndexOf(" ", first - LEAD) + 1, first - 2 * LEAD) : 0;
  if (start > line.length - LONGEST) start = line.indexOf(" ", line.length - LONGEST) + 1 || line.length - LONGEST;
  const end = start + LONGEST < line.length ? line.lastIndexOf(" ", start + LONGEST) : line.length;
  return (start ? "… " : "") + line.slice(start, end > start ? end : start + LONGEST) + (end < line.length ? " …" : "");
}

/** The line of a text with most of what was sought, marked; the first line where it has none of it. */
export function passage(text, stems) {
  let best = "";
  let most = 0;
  let first = 0;
  for (const line of text.split("\n")) {
    const found = hits(line, stems);
    const distinct = new Set(found.map((each) => each[2])).size;
    if (distinct > most) [best, most, first] = [line, distinct, found[0][0]];
  }
  return marked(cut(best || text.split("\n", 1)[0], first), stems);
}
