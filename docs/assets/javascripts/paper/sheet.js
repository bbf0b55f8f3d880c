// The candidate's view of a paper: each question with a place for notes and a sketch, and the time it took; when it is
// finished, the answer and the picture beside one's own, and grades that go into practice.
import { question } from "../shared/data.js";
import { action, element, hasPart } from "../shared/dom.js";
import { say, sayCount } from "../shared/words.js";
import { card, settings } from "../progress/cards.js";
import { answerPart, pageLink } from "../practice/answer.js";
import { grades } from "../practice/grades.js";
import { gradeCard, ungrade } from "../practice/grading.js";
import { GRADES } from "../progress/schedule.js";
import { shown, STANDING } from "./clock.js";
import { itemPart, writing } from "./item.js";
import { Sketch } from "./sketch.js";
import { Timing } from "./timing.js";

export class Sheet {
  constructor(record, titles, practiceAddress) {
    Object.assign(this, { record, practiceAddress });
    this.items = record.value.questions.map((number, index) => new Item(record, number, index + 1, titles.get(number)));
    this.timing = new Timing(record, (spent) => this.items.forEach((item) => item.showSpent(spent[item.number])));
    for (const item of this.items) for (const name of ["focusin", "pointerdown"]) item.part.addEventListener(name, () => (this.timing.current = item.number));
    this.end = element("div", { class: "paper-end" });
    this.parts = [this.timing.part, element("div", { class: "paper-items" }, ...this.items.map(({ part }) => part)), this.end];
    if (record.value.finished) this.finish();
    else this.end.append(action(say("Finish and compare"), () => this.finish(), "primary", { "data-no-print": true }));
  }

  finish() {
    this.timing.stop();
    this.record.set({ finished: true });
    for (const item of this.items) item.compare(() => this.showEnd());
    this.showEnd();
  }

  showEnd() {
    const given = this.record.value.grades;
    const count = Object.keys(given).length;
    const weak = this.record.value.questions.filter((number) => given[number] <= 2);
    const sum = Object.values(this.record.value.spent).reduce((total, each) => total + each, 0);
    const said = sum >= 1000
      ? say("{count} of {total} graded, {time} minutes on the questions.", { count, total: this.items.length, time: shown(sum) })
      : say("{count} of {total} graded.", { count, total: this.items.length });
    const practise = weak.length && hasPart("practice") ? element("a", { class: "action action--primary", href: this.practiceAddress(weak) }, sayCount(weak.length, "Practise the {count} weak", "Practise the {count} weak")) : "";
    this.end.replaceChildren(element("p", { role: "status" }, said), practise, action(say("Take it again"), () => this.again(), "secondary", { "data-no-print": true }));
  }

  again() {
    if (!confirm(say("Begin this paper anew? Your notes, sketches and times on it are forgotten; grades stay in practice."))) return;
    this.record.set({ finished: false, clock: STANDING, spent: {}, notes: {}, sketches: {}, grades: {} });
    location.reload();
  }
}

class Item {
  constructor(record, number, place, title) {
    Object.assign(this, { record, number });
    this.time = element("span", { class: "paper-spent" });
    this.body = element("div", { class: "paper-body" });
    this.model = element("div", { class: "paper-model" });
    this.part = itemPart(number, place, title, [" ", this.time], this.body, element("div", { class: "paper-sides" }, this.makeOwn(), this.model));
    this.page = question(number);
    this.page.then(({ body }) => body && this.body.append(...body.childNodes)).catch(() => {});
    this.showSpent(record.value.spent[number]);
  }

  makeOwn() {
    const attributes = { rows: "6", "aria-label": say("Your notes on {question}", { question: `Q${this.number}` }), placeholder: say("Your answer") };
    const words = writing(this.record.value.notes[this.number] ?? "", attributes, (text) => this.record.setOne("notes", this.number, text || null));
    const sketch = new Sketch(this.record.value.sketches[this.number] ?? [], say("Your sketch for {question}", { question: `Q${this.number}` }), (strokes) => this.record.setOne("sketches", this.number, strokes));
    return element("div", { class: "paper-own" }, ...words, ...sketch.parts);
  }

  showSpent(spent = 0) {
    this.time.textContent = spent >= 1000 ? shown(spent) : "";
  }

  async compare(onGrade) {
    const { answer, figure, url } = await this.page.catch(() => ({}));
    if (!url) return this.model.replaceChildren(element("p", { class: "note" }, say("This answer is not on this device and there is no network.")));
    this.said = element("p", { role: "status" });
    this.bar = element("div", { "data-no-print": true });
    this.model.replaceChildren(answerPart(answer), figure ?? "", pageLink(url, { "data-no-print": true }), this.said, this.bar);
    this.showGrades(onGrade);
    return null;
  }

  showGrades(onGrade) {
    const given = this.record.value.grades[this.number];
    this.said.textContent = given ? say("Graded {grade}.", { grade: GRADES[given - 1] }) : "";
    const seen = card(this.number);
    this.bar.replaceChildren(grades(seen, settings().retention, (rating) => {
      if (this.done) ungrade(this.done);
      const outcome = gradeCard(this.number, rating, card(this.number));
      this.done = outcome.done;
      this.record.setOne("grades", this.number, rating);
      this.said.textContent = say("Graded {grade}: back in {wait}.", { grade: GRADES[rating - 1], wait: outcome.wait });
      onGrade();
    }));
  }
}
