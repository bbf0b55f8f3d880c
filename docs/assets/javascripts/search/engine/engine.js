// The search of a bank whose documents are held whole: MiniSearch indexes them here. Knows nothing of page or worker.
//
//     new Engine({topics, questions, synonyms}).search("rate limting tenant")
//
import MiniSearch from "../../../vendor/minisearch-7.2.0.js";
import { Ranking } from "./ranking.js";
import { stem, words } from "./text.js";

const BOOST = { title: 4, answer: 1, topic: 0.7 };
const DIAGRAM_BOOST = { components: 2, diagram: 0.5 };
const CUT_ALREADY = { tokenize: (text) => [text], prefix: false, fuzzy: false };

export class Engine extends Ranking {
  /** @param {boolean} index false to leave the indexing to the caller */
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

  /** Adds what only the diagrams say: {components: [name, …], questions: [diagram, …]}. */
  addDiagrams({ components, questions }) {
    this.components = components;
    this.diagrams = questions;
    const index = this.newIndex(Object.keys(DIAGRAM_BOOST), (id, field) =>
      field === "diagram" ? questions[id][1] : this.componentsOf(id).join("\n"),
    );
    index.addAll([...questions.keys()].filter((id) => questions[id]));
    this.indexes = [[this.index, BOOST], [index, DIAGRAM_BOOST]];
    this.scores.clear();
  }

  text(id, field) {
    const [, title, topic, answer] = this.questions[id];
    return { title, answer, topic: this.topics[topic][1] }[field];
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
