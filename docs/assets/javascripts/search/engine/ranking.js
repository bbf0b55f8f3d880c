// Ranks the questions of a bank for a query, and says what to show of the best; where words and scores come from is left to
// the engines of engine.js (a bank held whole) and shards.js (one loaded in pieces).
//
//     engine.search("rate limting tenant")
//     ->  {count, results: [{number, title, topic, passage, …}], topics, components, suggestion}
//
// A question is [number, title, topic, answer], its diagram [[component, …], words that only it has] or null; topics are
// [slug, name].
import { marked, passage } from "./passage.js";
import { Synonyms, corrected, presence, slots } from "./query.js";
import { Vocabulary } from "./spelling.js";
import { bare, isStopWord, isWeakWord, learnAffixes, stem, words } from "./text.js";

const NUMBER = /^(?:q|questions?)?\s*#?\s*(\d+)(?:\s*[-–]\s*q?(\d+))?$/i;

// What a word counts that is in many questions and queries.
const WEAK = 0.2;
// What a word counts that had to be corrected: the guess may be wrong.
const GUESSED = 0.6;
// What a question gains that has the words as a phrase, or whose title holds little else.
const IN_TITLE = 0.25;
const IN_ANSWER = 0.15;
const TITLE_COVER = 0.5;
const COMPARED = 50;

/** Questions that fit all that was asked come before those that fit some of it, those with a code as it was typed first. */
const bestFirst = (one, other) => other.complete - one.complete || other.exact - one.exact || other.score - one.score || one.id - other.id;

export class Ranking {
  constructor({ topics, questions, synonyms, affixes = [] }) {
    learnAffixes(affixes);
    this.topics = topics;
    this.questions = questions;
    this.components = [];
    this.diagrams = [];
    this.synonyms = new Synonyms(synonyms);
    this.vocabulary = new Vocabulary();
    for (const word of this.synonyms.words) this.vocabulary.add(word, stem(word));
  }

  /** Names of the components that a question's diagram shows. */
  componentsOf(id) {
    return (this.diagrams[id]?.[0] ?? []).map((each) => this.components[each]);
  }

  /** Whether a question's diagram shows a component. */
  uses(id, component) {
    return this.componentsOf(id).includes(component);
  }

  /** Each question that fits a slot, with how well its best reading fits. */
  scoresOfSlot(slot) {
    const best = new Map();
    for (const { stems, weight } of slot.readings) {
      const [first, ...others] = stems.map((each) => this.scoresOf(each));
      for (const [id, score] of first) {
        if (!others.every((each) => each.has(id))) continue;
        const sum = others.reduce((total, each) => total + each.get(id), score);
        best.set(id, Math.max(best.get(id) ?? 0, (weight * sum) / stems.length));
      }
    }
    return best;
  }

  /** All questions that fit any slot, best first. */
  rank(all, text) {
    const total = this.questions.length;
    const sums = new Map(); // of each question: its score, the importance of what it has, how many telling words it has
    let whole = 0;
    let telling = 0;
    for (const slot of all.filter((each) => !each.silent)) {
      const fitting = this.scoresOfSlot(slot);
      const importance = Math.log(1 + total / (1 + fitting.size)) * (slot.weak ? WEAK : slot.correction ? GUESSED : 1);
      whole += importance;
      telling += slot.weak ? 0 : 1;
      const exact = new Set(slot.readings.filter((each) => each.exact).flatMap(({ stems }) => [...this.scoresOf(stems[0]).keys()]));
      for (const [id, score] of fitting) {
        const sum = sums.get(id) ?? { score: 0, covered: 0, fitted: 0, exact: 0 };
        sum.exact += exact.has(id) ? 1 : 0;
        sum.score += score * (slot.weak ? WEAK : 1);
        sum.covered += importance;
        sum.fitted += slot.weak ? 0 : 1;
        sums.set(id, sum);
      }
    }
    const ranked = [...sums].map(([id, { score, covered, fitted, exact }]) => ({
      id,
      exact,
      complete: fitted === telling,
      score: score * (covered / whole) ** 2,
    }));
    return this.compare(ranked.sort(bestFirst), stemsOf(all), bare(text));
  }

  /** Ranks the best once more, by what only a look at each tells. */
  compare(ranked, stems, typed) {
    const best = ranked.slice(0, COMPARED).map(({ id, complete, exact, score }) => {
      const [, title, , answer] = this.questions[id];
      if (bare(title) === typed) return { id, complete: true, exact: Infinity, score: Infinity };
      const phrase = !typed.includes(" ") ? 0 : bare(title).includes(typed) ? IN_TITLE : bare(answer).includes(typed) ? IN_ANSWER : 0;
      return { id, complete, exact, score: score * (1 + TITLE_COVER * this.titleCover(id, stems) + phrase) };
    });
    return [...best.sort(bestFirst), ...ranked.slice(COMPARED)].map(({ id }) => id);
  }

  /** The share of a title's telling words that was asked for. */
  titleCover(id, stems) {
    const telling = words(this.questions[id][1]).filter((word) => !isStopWord(word) && !isWeakWord(word));
    return telling.length ? telling.filter((word) => stems.has(stem(word))).length / telling.length : 0;
  }

  /** Questions by a typed number, the exact one first, then those that begin with it; or by a range such as 910-912. */
  numbered(text) {
    const [, first, last] = NUMBER.exec(text.trim()) ?? [];
    if (!first) return [[], []];
    const ids = [...this.questions.keys()];
    const numberOf = (id) => this.questions[id][0];
    const exact = ids.filter((id) => numberOf(id) >= Number(first) && numberOf(id) <= Number(last ?? first));
    return [exact, last ? [] : ids.filter((id) => String(numberOf(id)).startsWith(first) && !exact.includes(id))];
  }

  /** The questions for a query before any filter, best first; all of them for an empty one. */
  found(all, text) {
    const [exact, beginning] = this.numbered(text);
    const ranked = text ? this.rank(all, text) : this.questions.keys();
    return [...new Set([...exact, ...ranked, ...beginning])];
  }

  /**
   * The questions for a query, best first.
   *
   * @param {{topic?: string, component?: string, most?: number}} wish topic by slug, component by name
   */
  search(text, { topic = "", component = "", most = 10 } = {}) {
    const all = slots(text, this.vocabulary, this.synonyms);
    const ids = this.found(all, text);
    const inTopic = ids.filter((id) => !topic || this.topics[this.questions[id][2]][0] === topic);
    const withComponent = ids.filter((id) => !component || this.uses(id, component));
    const chosen = new Set(withComponent);
    const both = inTopic.filter((id) => chosen.has(id));
    const stems = stemsOf(all);
    const [missing, having] = this.numbered(text)[0].length ? [[], []] : presence(all);
    return {
      count: both.length,
      missing,
      having,
      results: both.slice(0, most).map((id) => this.result(id, stems)),
      topics: tally(withComponent.map((id) => this.topics[this.questions[id][2]])),
      components: tally(inTopic.flatMap((id) => this.componentsOf(id).map((name) => [name, name]))),
      suggestion: this.numbered(text)[0].length ? "" : corrected(all),
    };
  }

  result(id, stems) {
    const [number, title, topic, answer] = this.questions[id];
    const pieces = { title: marked(title, stems), passage: passage(answer, stems) };
    const seen = [...pieces.title, ...pieces.passage].some(([, hit]) => hit);
    return {
      number,
      ...pieces,
      ...(!seen && this.passageOfDiagram(id, stems)),
      topic: this.topics[topic][1],
      drawn: Boolean(this.diagrams[id]),
    };
  }

  /** What to show of a question that only its diagram has led to. */
  passageOfDiagram(id, stems) {
    const parts = [...this.componentsOf(id), ...(this.diagrams[id]?.[1] ?? "").split(" ")];
    const hits = parts.filter((part) => words(part).some((word) => stems.has(stem(word))));
    return hits.length ? { passage: marked(hits.join(", "), stems), inDiagram: true } : {};
  }
}

/** What is among the found, commonest first: [[value, name, how many], …]. */
function tally(values) {
  const counts = new Map();
  for (const [value, name] of values) counts.set(value, [value, name, (counts.get(value)?.[2] ?? 0) + 1]);
  return [...counts.values()].sort((one, other) => other[2] - one[2] || (one[1] < other[1] ? -1 : 1));
}

/** Every stem that a query may stand for, for marking. */
export function stemsOf(all) {
  return new Set(all.flatMap((slot) => slot.readings.flatMap((reading) => reading.stems)));
}
