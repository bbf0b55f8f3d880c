// Turns what a reader typed into slots, one for each word that counts, each with all it may stand for:
//
//     "k8s autoscalng"  ->  [{k8s | kubernetes × 0.8}, {autoscaling × 0.7}]
//
import { codes, isStopWord, isWeakWord, queryWords, stem } from "./text.js";

const SYNONYM = 0.8;
const JOINED = 0.9;
const COMPLETED = 0.6;
const WITHOUT_SIGN = 0.4;
const CORRECTED = [1, 0.75, 0.5];

/** Typed words, those that carry nothing marked; if all are stop words, each counts. */
function typedWords(text) {
  const typed = queryWords(text);
  const counts = typed.some((word) => !isStopWord(word));
  const signed = new Map(codes(text).map((code) => [code.replace(/^[^\p{L}\p{N}]+/u, ""), code]));
  return typed.map((word) => ({ word, code: signed.get(word), silent: counts && isStopWord(word) }));
}

/** What a word with a sign may stand for: above all itself, exactly; then the word without. */
function withCode(code, found, vocabulary, last) {
  const longer = last ? vocabulary.completions(code).map(([word, share]) => ({ stems: [stem(word)], weight: share, exact: true })) : [];
  const own = vocabulary.hasStem(code) ? [{ stems: [code], weight: 1, exact: true }, ...longer] : longer;
  return own.length ? [...own, ...found.map((each) => ({ ...each, weight: WITHOUT_SIGN * each.weight }))] : found;
}

/** What a single word may stand for: [{stems, weight}]; and the correction, if it had to be corrected. */
function readings(word, vocabulary, last) {
  const found = [];
  const known = vocabulary.hasStem(stem(word));
  if (known) found.push({ stems: [stem(word)], weight: 1 });
  if (last || !known) {
    for (const [longer, share] of vocabulary.completions(word)) {
      found.push({ stems: [stem(longer)], weight: (known ? COMPLETED : 1) * share });
    }
  }
  if (known || found.some((each) => each.weight > 0.5)) return { found };
  const halves = vocabulary.halves(word);
  if (halves) found.push({ stems: halves.map(stem), weight: JOINED });
  const corrections = halves || isWeakWord(word) ? [] : vocabulary.corrections(word);
  for (const [other, distance] of corrections) {
    found.push({ stems: [stem(other)], weight: CORRECTED[Math.floor(distance)] - (distance % 1) / 2 });
  }
  return { found, correction: halves ? halves.join(" ") : corrections[0]?.[0] };
}

/** Adds to both of two neighbours the word that they make together, as in "tik tok". */
function join(slots, vocabulary) {
  for (let index = 1; index < slots.length; index += 1) {
    const joined = slots[index - 1].word + slots[index].word;
    if (!vocabulary.hasStem(stem(joined))) continue;
    for (const slot of [slots[index - 1], slots[index]]) {
      slot.readings.push({ stems: [stem(joined)], weight: 1 });
      slot.silent = false;
      slot.correction = undefined;
    }
  }
}

/** Adds to the words of each phrase of the glossary the other names of the same thing. */
function addSynonyms(slots, synonyms) {
  const typed = slots.map((slot) => stem(slot.correction ?? slot.word));
  for (let start = 0; start < slots.length; start += 1) {
    for (const { phrase, others } of synonyms.startingWith(typed[start])) {
      if (!phrase.every((each, offset) => typed[start + offset] === each)) continue;
      for (const slot of slots.slice(start, start + phrase.length)) {
        slot.readings.push(...others.map((stems) => ({ stems, weight: SYNONYM })));
      }
    }
  }
}

/**
 * The slots of a query: [{word, silent, weak, readings: [{stems, weight}], correction}]. The last word may still be going
 * on.
 */
export function slots(text, vocabulary, synonyms) {
  const all = typedWords(text).map(({ word, code, silent }, index, { length }) => {
    const last = index === length - 1;
    const { found, correction } = silent && !code ? { found: [] } : readings(word, vocabulary, last);
    const meant = code ? withCode(code, found, vocabulary, last) : found;
    const isCode = meant !== found;
    return { word, silent: silent && !isCode, weak: isWeakWord(word) && !isCode, readings: meant, correction };
  });
  join(all, vocabulary);
  addSynonyms(all, synonyms);
  return all;
}

/** The query with its mistyped words put right, or an empty string where nothing had to be. */
export function corrected(all) {
  return all.some((slot) => slot.correction) ? all.map((slot) => slot.correction ?? slot.word).join(" ").normalize("NFC") : "";
}

/** The words that are nowhere in the bank, and those that are and count: [missing, having]. */
export function presence(all) {
  const telling = all.filter((slot) => !slot.silent);
  const words = (wanted) => telling.filter((slot) => Boolean(slot.readings.length) === wanted).map((slot) => slot.word.normalize("NFC"));
  return [words(false), words(true)];
}

/** Groups of names for the same thing, as the glossary has them: [["CDN", "content delivery network"], …]. */
export class Synonyms {
  constructor(groups) {
    this.words = groups.flat().flatMap(queryWords);
    this.phrases = new Map();
    for (const group of groups) {
      const names = group.map((name) => queryWords(name).map(stem));
      const telling = group.map((name) => [...new Set(queryWords(name).filter((word) => !isStopWord(word)).map(stem))]);
      names.forEach((phrase, index) => {
        const entry = { phrase, others: telling.filter((stems, other) => other !== index && stems.length) };
        this.phrases.set(phrase[0], [...(this.phrases.get(phrase[0]) ?? []), entry]);
      });
    }
  }

  startingWith(word) {
    return this.phrases.get(word) ?? [];
  }

  /** The groups of which a name may be meant by one of a text's words. */
  within(text) {
    return queryWords(text).flatMap((word) => this.startingWith(stem(word)));
  }
}
