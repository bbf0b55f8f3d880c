// Cuts text into words and words into stems, the same way for questions and for what readers type:
//
//     "Real-time DynamoDB caching"  ->  real time realtime dynamodb dynamo db caching  ->  real time realtim …  cach
//     "Redis分布式"                 ->  redis 分 分布 布 布式 式      Chinese, Japanese, Thai put no spaces between words
//     "POST @connections"           ->  post connections @connections
//
import { stemmer } from "../../../vendor/stemmer-2.0.1.js";

const COMPOUND = /[\p{L}\p{N}\p{M}]+(?:[-/.'’][\p{L}\p{N}\p{M}]+)*(?:\+\+|#)?/gu;
const PART = /[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu;
const CODE = /(?<![\p{L}\p{N}\p{M}_])[@#$/.~_-]{1,2}[\p{L}\p{N}\p{M}]+/gu; // a word with the sign that tells it from the plain one
const RUN = "\\u0e01-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u9fff\\u{20000}-\\u{3ffff}"; // Thai, Lao, Burmese, Khmer, Chinese, Japanese
const CELL = new RegExp(`[${RUN}]\\p{M}*|[^${RUN}]+`, "gu");
const SPACELESS = new RegExp(`[${RUN}]`, "u");
const CAMEL = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
// Marks that readers leave out, and joiners; vowels of Indian scripts, of Thai and its neighbours are letters.
const MARKS = /(?![\u0900-\u1cff\ua800-\uabff])\p{M}|[\u0640\u093c\u09bc\u0a3c\u200c\u200d]/gu;

/** Words that say nothing about what is sought. */
const STOP_WORDS = new Set(
  (
    "a an and are as at be but by can could d did do does don for from get had has have how i if in into is it its ll m me " +
    "my of on or our please re s should so some t tell that the their them then there these they this to too us ve was we " +
    "were what when where which while who whose why will with would you your about describe explain give vs versus " +
    "between using via"
  ).split(" "),
);

/** Words that so many questions and queries hold that they must not decide anything. */
const WEAK_WORDS = new Set(
  (
    "design build create implement make handle use best way good need want help work difference example question interview " +
    "system architecture service platform app application simple scalable"
  ).split(" "),
);

const plain = (text) => text.normalize("NFKD").replace(MARKS, "");

const stems = new Map();
let affixes = [];

/** Takes what a bank's language writes together with its words, in regular expressions (generator/search/words.py). */
export function learnAffixes(patterns) {
  affixes = patterns.map((each) => new RegExp(each, "u"));
  stems.clear();
}

/** The stem of a word in lower case; short words, and words with digits, are codes and stay as they are. */
export function stem(word) {
  let found = stems.get(word);
  if (found === undefined) {
    found = stemOf(word);
    stems.set(word, found);
  }
  return found;
}

function stemOf(word) {
  if (word > "\u0600") return affixes.reduce((rest, each) => rest.replace(each, ""), word);
  return word.length < 4 || /[^a-z]/.test(word) ? word : stemmer(word);
}

/** Makes the stem of a word what an index made elsewhere has for it. */
export const learnStem = (word, stemmed) => stems.set(word, stemmed);

export const isStopWord = (word) => STOP_WORDS.has(word);
export const isWeakWord = (word) => WEAK_WORDS.has(stem(word)) || WEAK_WORDS.has(word);

/** Whether a text has characters of a script without spaces between its words. */
export const isSpaceless = (text) => SPACELESS.test(text);

/** A word cut into the characters of such a script and what stands between them, each with what it begins with the next. */
export function cells(word) {
  const all = word.match(CELL);
  const follows = (index) => isSpaceless(all[index] ?? "") && isSpaceless(all[index + 1] ?? "");
  return all.map((cell, index) => ({ cell, pair: follows(index) ? cell + all[index + 1] : "", second: follows(index - 1) }));
}

/** All words of a text that a question is found by: of a compound both its parts and the whole. */
export function words(text) {
  const found = [];
  for (const [compound] of plain(text).matchAll(COMPOUND)) {
    const parts = compound.match(PART);
    for (const part of parts.flatMap(cells).flatMap(({ cell, pair }) => (pair ? [cell, pair] : [cell]))) {
      found.push(part.toLowerCase());
      const humps = part.split(CAMEL);
      if (humps.length > 1) found.push(...humps.filter((hump) => hump.length > 1).map((hump) => hump.toLowerCase()));
    }
    if (parts.length > 1 && parts.length < 4 && !isSpaceless(compound)) found.push(parts.join("").toLowerCase());
  }
  return [...found, ...codes(text)];
}

/** The words of a text that a sign before them tells from plain ones, with it. */
export const codes = (text) => (plain(text).match(CODE) ?? []).map((code) => code.toLowerCase());

/** The words that a reader typed, in order. */
export function queryWords(text) {
  const typed = (plain(text).match(PART) ?? []).flatMap(cells);
  return typed.flatMap(({ cell, pair, second }) => pair || (second ? [] : cell.toLowerCase()));
}

/** Text without marks, punctuation and case, for comparing titles. */
export function bare(text) {
  return queryWords(text).join(" ");
}
