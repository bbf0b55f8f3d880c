// The search of a bank too large to be sent whole: of its index, in pieces made beforehand (generator/search/shards.py),
// those are loaded that a query needs. Asked and answered like the engine of engine.js, only that it takes its time:
//
//     await new ShardedEngine(await load("index"), load).search("rate limting tenant")
//
import { slots } from "./query.js";
import { Ranking, stemsOf } from "./ranking.js";
import { codes, learnStem, queryWords, stem } from "./text.js";

const COMPARED = 16;
const MOST_PIECES = 12;
const IN_A_TEXT = 10;

export class ShardedEngine extends Ranking {
  /** @param {(name: string) => Promise<any>} load gives a piece by its name, such as "words-2" */
  constructor(index, load) {
    super({ ...index, questions: blanks(index) });
    this.components = index.components;
    this.letters = index.letters;
    this.firstStems = index.stems;
    this.load = load;
    this.loading = new Map();
    this.postings = new Map();
    this.users = [];
  }

  /** Loads a piece once, and takes it in. */
  piece(name, take) {
    if (!this.loading.has(name)) this.loading.set(name, this.load(name).then(take));
    return this.loading.get(name);
  }

  async search(text, wish = {}) {
    await this.loadWords(text);
    await this.loadStems(slots(text, this.vocabulary, this.synonyms));
    if (wish.component) await this.piece("uses", (lists) => (this.users = lists.map((steps) => new Set(summed(steps)))));
    const all = slots(text, this.vocabulary, this.synonyms);
    const fits = (id) =>
      (!wish.topic || this.topics[this.questions[id][2]][0] === wish.topic) && (!wish.component || this.uses(id, wish.component));
    await this.loadTexts(this.found(all, text).filter(fits).slice(0, Math.max(COMPARED, wish.most ?? 0)));
    const found = super.search(text, wish);
    // How many questions use each component is in no piece.
    return { ...found, components: this.components.map((name) => [name, name]) };
  }

  /** The words of the bank that begin as the typed ones do. */
  loadWords(text) {
    const letters = new Set([...queryWords(text), ...codes(text)].flatMap((word) => [word[0], stem(word)[0]]));
    for (const { phrase, others } of this.synonyms.within(text)) for (const each of [phrase, ...others].flat()) letters.add(each[0]);
    return Promise.all([...letters].map((letter) => this.loadLetter(this.letters.indexOf(letter))));
  }

  async loadLetter(place) {
    if (place < 0) return;
    await this.piece(`words-${place}`, (stems) => {
      for (const [stem, counts] of Object.entries(stems)) {
        for (let at = 0; at < counts.length; at += 2) {
          learnStem(counts[at], stem);
          this.vocabulary.add(counts[at], stem, counts[at + 1]);
        }
      }
    });
  }

  /** The scores for all that the words may stand for, the likeliest first where these are too many. */
  async loadStems(all) {
    const places = [...new Set([...stemsOf(all)].map((stem) => this.firstStems.findLastIndex((first) => first <= stem)))];
    const wanted = places.filter((place) => place >= 0).slice(0, MOST_PIECES);
    await Promise.all(
      wanted.map((place) => this.piece(`stems-${place}`, (stems) => Object.entries(stems).forEach((each) => this.postings.set(...each)))),
    );
  }

  async loadTexts(ids) {
    const places = [...new Set(ids.map((id) => Math.floor(id / IN_A_TEXT)))];
    const takeIn = (place) => (rows) =>
      rows.forEach(([number, title, topic, answer, diagram], at) => {
        this.questions[place * IN_A_TEXT + at] = [number, title, topic, answer];
        this.diagrams[place * IN_A_TEXT + at] = diagram;
      });
    await Promise.all(places.map((place) => this.piece(`texts-${place}`, takeIn(place))));
  }

  scoresOf(term) {
    const postings = this.postings.get(term) ?? [];
    if (postings instanceof Map) return postings;
    const ids = summed(postings.filter((_, at) => at % 2 === 0));
    const scores = new Map(ids.map((id, at) => [id, postings[2 * at + 1] / 10]));
    this.postings.set(term, scores);
    return scores;
  }

  uses(id, component) {
    return this.users[this.components.indexOf(component)]?.has(id) ?? false;
  }
}

/** Values from the steps between them. */
function summed(steps) {
  let last = 0;
  return steps.map((step) => (last += step));
}

/** All questions, of which only number and topic are known. */
function blanks({ numbers, places }) {
  const topics = places.flatMap(([topic, count]) => Array(count).fill(topic));
  return numbers
    .flatMap(([first, count]) => Array.from({ length: count }, (_, at) => first + at))
    .map((number, id) => [number, "", topics[id], ""]);
}
