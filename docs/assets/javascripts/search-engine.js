// The search itself: indexes the documents of the bank and ranks them for a query. Knows nothing of page or worker.
//
//     new Engine({topics, components, questions, synonyms}).search("rate limting tenant")
//     ->  {count, results: [{number, title, topic, passage, …}], topics, components, suggestion}
//
// A question is [number, title, topic, [component, …], answer]; topics are [slug, name].
import MiniSearch from "../vendor/minisearch-7.2.0.js";
import { marked, passage } from "./search-passage.js";
import { Synonyms, corrected, slots } from "./search-query.js";
import { Vocabulary } from "./search-spelling.js";
import { bare, isStopWord, isWeakWord, stem, words } from "./search-text.js";

const BOOST = { title: 4, components: 2, answer: 1, topic: 0.7 };
const DIAGRAM_BOOST = { diagram: 0.5 };
const CUT_ALREADY = { tokenize: (text) => [text], prefix: false, fuzzy: false };
const NUMBER = /^(?:q|question)?\s*#?\s*(\d+)$/i;
const CHUNK = 100;

export class Engine {
  /** @param {boolean} index false to leave the indexing to `indexInPieces` */
  constructor({ topics, components, questions, synonyms }, index = true) {
    this.topics = topics;
    this.components = components;
    this.questions = questions;
    this.synonyms = new Synonyms(synonyms);
    this.vocabulary = new Vocabulary();
    for (const word of this.synonyms.words) this.vocabulary.add(word, stem(word));
    this.index = this.newIndex(Object.keys(BOOST), (id, field) => this.text(id, field));
    this.indexes = [[this.index, BOOST]];
    this.scores = new Map();
    if (index) this.index.addAll([...questions.keys()]);
  }

  newIndex(fields, text) {
    return new MiniSearch({
      fields,
      extractField: (id, field) => (field === "id" ? id : text(id, field)),
      tokenize: (each) => this.learn(each),
      processTerm: (term) => term,
    });
  }

  /** Adds what only the diagrams say, a text for each question. */
  addDiagrams(texts) {
    const index = this.newIndex(Object.keys(DIAGRAM_BOOST), (id) => texts[id]);
    index.addAll([...texts.keys()].filter((id) => texts[id]));
    this.indexes = [[this.index, BOOST], [index, DIAGRAM_BOOST]];
    this.scores.clear();
  }

  /** Indexes a few questions at a time, so that the page stays alive where there is no worker. */
  indexInPieces() {
    return this.index.addAllAsync([...this.questions.keys()], { chunkSize: CHUNK });
  }

  text(id, field) {
    const [, title, topic, components, answer] = this.questions[id];
    if (field === "title") return title;
    if (field === "topic") return this.topics[topic][1];
    return field === "answer" ? answer : components.map((each) => this.components[each]).join("\n");
  }

  /** The stems of a text, its words remembered for corrections. */
  learn(text) {
    return words(text).map((word) => {
      const stemmed = stem(word);
      this.vocabulary.add(word, stemmed);
      return stemmed;
    });
  }

  /** Each question that has a stem, with how well: Map(id -> score). */
  scoresOf(term) {
    let found = this.scores.get(term);
    if (!found) {
      found = new Map();
      for (const [index, boost] of this.indexes) {
        for (const { id, score } of index.search(term, { ...CUT_ALREADY, boost })) found.set(id, (found.get(id) ?? 0) + score);
      }
      this.scores.set(term, found);
    }
    return found;
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

  /**
   * The questions for a query, best first.
   *
   * @param {{topic?: string, component?: string, most?: number}} wish topic by slug, component by name
   */
  search(text, { topic = "", component = "", most = 10 } = {}) {
    const all = slots(text, this.vocabulary, this.synonyms);
    const [exact, beginning] = this.numbered(text);
    const found = text ? this.rank(all, text).map(([id]) => id) : this.questions.keys();
    const ids = [...new Set([...exact, ...found, ...beginning])];
    const inTopic = ids.filter((id) => !topic || this.topics[this.questions[id][2]][0] === topic);
    const withComponent = ids.filter((id) => !component || this.questions[id][3].some((each) => this.components[each] === component));
    const both = inTopic.filter((id) => withComponent.includes(id));
    const stems = stemsOf(all);
    return {
      count: both.length,
      results: both.slice(0, most).map((id) => this.result(id, stems)),
      topics: tally(withComponent.map((id) => this.topics[this.questions[id][2]])),
      components: tally(inTopic.flatMap((id) => this.questions[id][3].map((each) => [this.components[each], this.components[each]]))),
      suggestion: exact.length ? "" : corrected(all),
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
function stemsOf(all) {
  return new Set(all.flatMap((slot) => slot.readings.flatMap((reading) => reading.stems)));
}
