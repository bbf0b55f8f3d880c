// Flashcards over the bank: question, think, answer with its diagram, grade; FSRS plans when each comes again.
// The address chooses the cards, so that a selection can be shared:
//
//     /practice/?q=901,905        these questions
//     /practice/?topic=serverless these topics (several with commas)
import { load } from "../shared/data.js";
import { element } from "../shared/dom.js";
import { keepInAddress } from "../shared/here.js";
import { state, watch } from "../shared/store.js";
import { say } from "../shared/words.js";
import { showCard } from "./card.js";
import { numbersIn, topicsIn } from "./choice.js";
import { card, cards, settings } from "../progress/cards.js";
import { showEnd } from "./end.js";
import { change, gradeIn, keep, sittings, undoIn } from "./grading.js";
import { choose } from "../progress/schedule.js";
import { begin, fitted, position, without } from "./sitting.js";
import { showStart } from "./start.js";

const LOW = 480; // pixels of a window so low that what stands above the card would be all one sees

/** Makes all of /practice/ below its head; what stood there says what to do without scripts. */
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
    Object.assign(this, { root, topics, all: questions, numbers: new Set(numbersIn(asked)), slugs: new Set(topicsIn(asked)), leave: null, sitting: null, said: "" });
    this.byNumber = new Map(questions.map((each) => [each.number, each]));
    this.status = element("p", { class: "hidden", role: "status" });
    this.stage = element("div");
    this.head = root.querySelector("header");
    this.head.nextElementSibling.replaceWith(this.status, this.stage);
    watch((key) => this.hear(key));
  }

  /** The questions chosen by the address and the topics ticked; all where neither says anything. */
  get deck() {
    if (this.numbers.size) return this.all.filter(({ number }) => this.numbers.has(number));
    const wanted = (topic) => !this.slugs.size || this.slugs.has(this.topics[topic].slug);
    return this.all.filter(({ topic }) => wanted(topic));
  }

  begin() {
    this.sitting = null;
    const unfinished = sittings(this.byNumber);
    this.mark(unfinished[0]);
    this.show(showStart, {
      title: this.head.querySelector("h1"), topics: this.topics, all: this.all, deck: this.deck, slugs: this.slugs, selected: this.numbers.size > 0, cards: cards(), unfinished, settings: settings(), storage: state(),
      onTopics: (slugs) => this.narrow(slugs),
      onAll: () => this.narrow(new Set()),
      onChange: () => this.begin(),
      onStart: (options) => this.sit(options),
      onContinue: (sitting) => this.goOn(change(sitting, (now) => fitted(now, this.byNumber))),
    });
  }

  narrow(slugs) {
    this.slugs = slugs;
    this.numbers.clear();
    keepInAddress(slugs.size ? `?topic=${[...slugs].join(",")}` : "");
    this.begin();
  }

  sit(options) {
    const now = Date.now();
    const numbers = choose(this.deck, cards(), options).map(({ number }) => number);
    const id = `${now.toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
    const sitting = begin(numbers, { id, now });
    keep(sitting);
    this.goOn(sitting);
  }

  goOn(sitting, said = "") {
    this.sitting = sitting;
    this.said = said;
    this.mark(sitting);
    if (sitting.queue.length) this.showNext(sitting);
    else this.end();
    const { left, total } = position(sitting);
    this.status.textContent = said && `${said} ${left ? say("{left} of {total} left.", { left, total }) : say("That is all.")}`;
  }

  /** The numbers of a sitting that runs, or can be continued, for whoever looks at the page. */
  mark(sitting) {
    const { left, total } = sitting ? position(sitting) : {};
    for (const [name, value] of Object.entries({ left, total })) {
      if (value === undefined) delete this.root.dataset[name];
      else this.root.dataset[name] = value;
    }
  }

  showNext(sitting) {
    const [current, following] = sitting.queue.map((number) => this.byNumber.get(number));
    this.seen = card(current.number);
    this.show(showCard, {
      current, following, topic: this.topics[current.topic], card: this.seen, position: position(sitting), open: sitting.open,
      retention: settings().retention, said: this.said, canUndo: sitting.graded.length > 0,
      onOpen: (open) => (this.sitting = change(this.sitting, (now) => ({ ...now, open: { number: current.number, ...open } }))),
      onGrade: (rating) => this.grade(current.number, rating),
      onSkip: () => this.goOn(change(this.sitting, (now) => without(now, current.number)), say("{question} is skipped.", { question: `Q${current.number}` })),
      onUndo: () => this.undo(),
      onLeave: () => this.begin(),
    });
  }

  grade(number, rating) {
    const { sitting, said } = gradeIn(this.sitting, number, rating, this.seen);
    this.goOn(sitting, said);
  }

  undo() {
    const undone = undoIn(this.sitting);
    if (undone) this.goOn(undone.sitting, undone.said);
  }

  end() {
    this.show(showEnd, {
      sitting: this.sitting, deck: this.deck, cards: cards(), storage: state(), said: this.said,
      onUndo: () => this.undo(),
      onAgain: () => this.begin(),
    });
  }

  /** Another tab has graded the open card: it is not asked here, too. */
  hear(key) {
    const number = this.sitting?.queue[0];
    if (!number) return this.sitting || (key.startsWith("card/") && this.begin());
    if (key !== `card/${number}` || card(number)?.last_review === this.seen?.last_review) return null;
    return this.goOn(change(this.sitting, (now) => without(now, number)), say("{question} was graded in another tab.", { question: `Q${number}` }));
  }

  // One view at a time; a view gives its elements, what listens to keys, and the element to begin reading at.
  show(view, context) {
    this.leave?.abort();
    this.leave = new AbortController();
    const { parts, focus, onKey } = view(context);
    if (view !== showStart) this.head.remove();
    else if (!this.head.isConnected) this.root.prepend(this.head);
    this.stage.replaceChildren(...parts);
    if (onKey) document.addEventListener("keydown", onKey, { signal: this.leave.signal });
    if (this.shown) focus?.focus({ preventScroll: true });
    if (this.shown && innerHeight > LOW) scrollTo({ top: 0, behavior: "instant" });
    else if (this.shown) this.stage.scrollIntoView({ behavior: "instant" });
    this.shown = true;
  }
}
