// Ranks the questions of a bank for a query, and says what to show of the best; where words and scores come from is left to
// the engines of search-engine.js (a bank held whole) and search-shards.js (one loaded in pieces).
//
//     engine.search("rate limting tenant")
//     ->  {count, results: [{number, title, topic, passage, …}], topics, components, suggestion}
//
// A question is [number, title, topic, [component, …], answer]; topics are [slug, name].
import { marked, passage } from "./search-passage.js";
import { Synonyms, corrected, slots } from "./search-query.js";
import { Vocabulary } from "./search-spelling.js";
import { bare, isStopWord, isWeakWord, stem, words } from "./search-text.js";

const NUMBER = /^(?:q|question)?\s*#?\s*(\d+)$/i;

export class Ranking {
  constructor({ topics, components, questions, synonyms }) {
    this.topics = topics;
    this.components = components;
    this.questions = questions;
    this.synonyms = new Synonyms(synonyms);
    this.vocabulary = new Vocabulary();
    for (const word of this.synonyms.words) this.vocabulary.add(word, stem(word));
  }

  /** Whether a question's diagram shows a component. */
  uses(id, component) {
    return this.questions[id][3].some((each) => this.components[each] === component);
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

  /** All questions that fit any slot, best first: [[id, score], …]. Those that fit all slots come before the others. */
  rank(all, text) {
    const total = this.questions.length;
    const sums = new Map();
    let whole = 0;
    for (const slot of all.filter((each) => !each.silent)) {
      const fitting = this.scoresOfSlot(slot);
      const importance = Math.log(1 + total / (1 + fitting.size)) * (slot.weak ? 0.1 : 1);
      whole += importance;
      for (const [id, score] of fitting) {
        const sum = sums.get(id) ?? { score: 0, covered: 0 };
        sum.score += score * (slot.weak ? 0.3 : 1);
        sum.covered += importance;
        sums.set(id, sum);
      }
    }
    const stems = stemsOf(all);
    const typed = bare(text);
    const ranked = [...sums].map(([id, { score, covered }]) => {
      const coverage = covered / whole;
      return [id, this.precedence(id, typed) + score * coverage ** 2 * (1 + 0.5 * this.titleCover(id, stems)) + (coverage > 0.98 ? 5 : 0)];
    });
    return ranked.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  }

  /** Far more than any score for a question whose title was typed whole. */
  precedence(id, typed) {
    return bare(this.questions[id][1]) === typed ? 1e6 : 0;
  }

  /** The share of a title's telling words that was asked for. */
  titleCover(id, stems) {
    const telling = words(this.questions[id][1]).filter((word) => !isStopWord(word) && !isWeakWord(word));
    return telling.length ? telling.filter((word) => stems.has(stem(word))).length / telling.length : 0;
  }

  /** Questions by a typed number: the exact one first, then those that begin with it. */
  numbered(text) {
    const digits = NUMBER.exec(text.trim())?.[1];
    if (!digits) return [[], []];
    const ids = [...this.questions.keys()];
    const exact = ids.filter((id) => this.questions[id][0] === Number(digits));
    return [exact, ids.filter((id) => String(this.questions[id][0]).startsWith(digits) && !exact.includes(id))];
  }

  /** The questions for a query before any filter, best first; all of them for an empty one. */
  found(all, text) {
    const [exact, beginning] = this.numbered(text);
    const ranked = text ? this.rank(all, text).map(([id]) => id) : this.questions.keys();
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
    const both = inTopic.filter((id) => withComponent.includes(id));
    const stems = stemsOf(all);
    return {
      count: both.length,
      results: both.slice(0, most).map((id) => this.result(id, stems)),
      topics: tally(withComponent.map((id) => this.topics[this.questions[id][2]])),
      components: tally(inTopic.flatMap((id) => this.questions[id][3].map((each) => [this.components[each], this.components[each]]))),
      suggestion: this.numbered(text)[0].length ? "" : corrected(all),
    };
  }

  result(id, stems) {
    const [number, title, topic, components, answer] = this.questions[id];
    return {
      number,
      title: marked(title, stems),
      topic: this.topics[topic][1],
      components: components.map((each) => this.components[each]),
      passage: passage(answer, stems),
    };
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
