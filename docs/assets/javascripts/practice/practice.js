// Flashcards over the bank: question, think, answer with its diagram, grade; FSRS plans when each comes again.
// The address chooses the cards, so that a selection can be shared:
//
//     /practice/?q=901,905        these questions
//     /practice/?topic=serverless these topics (several with commas)
import { load } from "../shared/data.js";
import { showCard } from "./card.js";
import { showEnd, showStart } from "./start.js";
import { readAll, write } from "./progress.js";
import { choose, SITTING } from "./schedule.js";

/** Makes the whole of /practice/; what stood there says what to do without scripts. */
export async function start(page) {
  const root = page.querySelector("#practice");
  try {
    const { topics, questions } = await load("assets/questions.json");
    new Practice(root, topics, questions.map(([number, title, topic]) => ({ number, title, topic }))).begin();
  } catch {
    root.querySelector("[data-unavailable]")?.removeAttribute("hidden");
  }
}

class Practice {
  constructor(root, topics, questions) {
    const asked = new URLSearchParams(location.search);
    const numbers = new Set((asked.get("q") ?? "").split(/[^\d]+/).filter(Boolean).map(Number));
    Object.assign(this, { root, topics, all: questions, numbers, leave: null });
    this.slugs = new Set((asked.get("topic") ?? "").split(",").filter(Boolean));
  }

  /** The questions chosen by the address and the topics ticked; all where neither says anything. */
  get deck() {
    if (this.numbers.size) return this.all.filter(({ number }) => this.numbers.has(number));
    const wanted = (topic) => !this.slugs.size || this.slugs.has(this.topics[topic].slug);
    return this.all.filter(({ topic }) => wanted(topic));
  }

  begin() {
    this.show(showStart, {
      topics: this.topics, all: this.all, deck: this.deck, slugs: this.slugs, selected: this.numbers.size > 0, cards: readAll(),
      onTopics: (slugs) => this.narrow(slugs),
      onAll: () => this.narrow(new Set()),
      onChange: () => this.begin(),
      onStart: (options) => this.sit(options),
    });
  }

  narrow(slugs) {
    this.slugs = slugs;
    this.numbers.clear();
    const query = slugs.size ? `?topic=${[...slugs].join(",")}` : "";
    history.replaceState(null, "", location.pathname + query);
    this.begin();
  }

  sit(options) {
    this.queue = choose(this.deck, readAll(), options);
    this.total = this.queue.length;
    this.done = 0;
    this.next();
  }

  next() {
    if (!this.queue.length) return this.end();
    const [current, following] = this.queue;
    this.show(showCard, {
      current, following, topic: this.topics[current.topic], card: readAll().get(current.number), done: this.done, total: this.total,
      onGrade: (card) => this.grade(current, card),
      onSkip: () => this.skip(),
      onLeave: () => this.begin(),
    });
  }

  grade(current, card) {
    write([[current.number, card]]);
    this.queue.shift();
    if (card.due - Date.now() < SITTING) this.queue.splice(Math.min(4, this.queue.length), 0, current);
    else this.done += 1;
    this.next();
  }

  skip() {
    this.queue.shift();
    this.total -= 1;
    this.next();
  }

  end() {
    this.show(showEnd, { done: this.done, deck: this.deck, cards: readAll(), onAgain: () => this.begin() });
  }

  // One view at a time; a view gives its elements, what listens to keys, and the element to begin reading at.
  show(view, context) {
    this.leave?.abort();
    this.leave = new AbortController();
    const { parts, focus, onKey } = view(context);
    this.root.replaceChildren(...parts);
    if (onKey) document.addEventListener("keydown", onKey, { signal: this.leave.signal });
    if (this.shown) focus?.focus({ preventScroll: true });
    if (this.shown) scrollTo({ top: 0, behavior: "instant" });
    this.shown = true;
  }
}
