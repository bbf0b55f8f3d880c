// The search of a bank whose documents are held whole: MiniSearch indexes them here. Knows nothing of page or worker.
//
//     new Engine({topics, components, questions, synonyms}).search("rate limting tenant")
//
import MiniSearch from "../vendor/minisearch-7.2.0.js";
import { Ranking } from "./search-ranking.js";
import { stem, words } from "./search-text.js";

const BOOST = { title: 4, components: 2, answer: 1, topic: 0.7 };
const DIAGRAM_BOOST = { diagram: 0.5 };
const CUT_ALREADY = { tokenize: (text) => [text], prefix: false, fuzzy: false };
const CHUNK = 100;

export class Engine extends Ranking {
  /** @param {boolean} index false to leave the indexing to `indexInPieces` */
  constructor(documents, index = true) {
    super(documents);
    this.index = this.newIndex(Object.keys(BOOST), (id, field) => this.text(id, field));
    this.indexes = [[this.index, BOOST]];
    this.scores = new Map();
    if (index) this.index.addAll([...this.questions.keys()]);
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
    this.diagrams = texts;
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
    const [, title, topic, , answer] = this.questions[id];
    if (field === "title") return title;
    if (field === "topic") return this.topics[topic][1];
    return field === "answer" ? answer : this.componentsOf(id).join("\n");
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
}
