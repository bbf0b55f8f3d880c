// "Ask me this one" on the page of a question: answer, picture and all that follows are put away; there are hints and a
// place for notes; then the answer comes back beside the notes, with the grades and when the question comes again.
import { action, element } from "../shared/dom.js";
import { state } from "../shared/store.js";
import { say } from "../shared/words.js";
import { press, showButton } from "./answer.js";
import { grades } from "./grades.js";
import { card, settings } from "../progress/cards.js";
import { gradeCard, ungrade } from "./grading.js";
import { Hints } from "./hints.js";
import { notes } from "../progress/notes.js";
import { GRADES } from "../progress/schedule.js";
import { warning } from "./warning.js";

const HIDDEN = "#answer, #diagram, .tools, .beside, .question > .actions, #related, #references";

/** Asks the question of a page; `onEnd` is called when the reader has done with it. */
export function ask(article, onEnd) {
  new Asking(article, onEnd).begin();
}

class Asking {
  constructor(article, onEnd) {
    Object.assign(this, { article, onEnd, number: Number(article.dataset.number), leave: new AbortController() });
    this.parts = [...article.querySelectorAll(HIDDEN)];
    this.panel = element("section", { class: "asking", "aria-label": say("Asked"), "data-added": true, tabindex: "-1" });
    this.status = element("p", { role: "status", class: "practice-line" });
    this.bar = element("div", { class: "practice-bar", "data-added": true });
  }

  begin() {
    this.shown = false;
    this.setHidden(true);
    this.hints = new Hints(this.article.querySelector("#diagram"), 0, () => {});
    this.bar.replaceChildren(showButton(() => this.reveal()), action(say("Stop"), () => this.end(), "link"));
    this.panel.replaceChildren(warning(state()), ...this.hints.parts, notes(this.number, { open: true }), this.status);
    this.article.querySelector(".question__head").after(this.panel);
    this.article.append(this.bar); // below all, so that it stays in sight
    this.seen = card(this.number);
    document.addEventListener("keydown", (event) => this.onKey(event), { signal: this.leave.signal });
    scrollTo({ top: 0, behavior: "instant" });
    this.panel.focus({ preventScroll: true });
  }

  setHidden(hidden) {
    for (const part of this.parts) part.hidden = hidden;
  }

  reveal() {
    if (this.shown) return;
    this.shown = true;
    this.setHidden(false);
    this.hints.remove();
    this.panel.classList.add("asking--beside"); // the answer
    this.bar.replaceChildren(grades(this.seen, settings().retention, (rating) => this.grade(rating)));
    const answer = this.article.querySelector("#answer");
    answer.tabIndex = -1;
    answer.focus({ preventScroll: true });
  }

  grade(rating) {
    const outcome = gradeCard(this.number, rating, this.seen);
    this.status.textContent = outcome ? say("{grade}: it comes back in {wait}.", { grade: GRADES[rating - 1], wait: outcome.wait }) : say("It was graded in another tab; that grade stays.");
    this.undo = outcome && (() => this.takeBack(outcome.done));
    const undo = outcome ? [action(say("Undo"), this.undo, "link", { title: say("Take the grade back (u)") })] : [];
    this.bar.replaceChildren(action(say("Done"), () => this.end(), "primary"), ...undo);
    this.bar.firstChild.focus({ preventScroll: true });
  }

  takeBack(done) {
    ungrade(done);
    this.undo = null;
    this.shown = false;
    this.seen = card(this.number);
    this.status.textContent = say("The grade is taken back.");
    this.reveal();
  }

  end() {
    this.leave.abort();
    this.setHidden(false);
    this.panel.remove();
    this.bar.remove();
    this.onEnd();
  }

  onKey(event) {
    const hidden = !this.shown && { " ": () => this.reveal(), h: () => this.hints.next() };
    press(event, { ...hidden, grade: this.bar.querySelector(".grades") && ((rating) => this.grade(rating)), u: this.undo });
  }
}
