// The same paper for the one who asks: each question with its answer and picture, the walk as what to probe for, a grade and
// a place for notes. To be read from a second screen, or from paper.
import { question } from "../shared/data.js";
import { element } from "../shared/dom.js";
import { say } from "../shared/words.js";

import { answerPart } from "../practice/answer.js";
import { sayGrades } from "../practice/grades.js";
import { itemPart, writing } from "./item.js";

const MARKS = [say("Not yet"), say("Partly"), say("Well"), say("Very well")];

export class Interviewer {
  constructor(record, titles) {
    this.record = record;
    this.sum = element("p", { role: "status" });
    const items = record.value.questions.map((number, index) => this.item(number, index + 1, titles.get(number)));
    this.parts = [element("div", { class: "paper-items" }, ...items), element("div", { class: "paper-end" }, this.sum)];
    this.showSum();
  }

  item(number, place, title) {
    const model = element("div", { class: "paper-model" });
    const own = element("div", { class: "paper-own" }, this.marks(number), this.notes(number));
    this.fill(number, model);
    return itemPart(number, place, title, [], element("div", { class: "paper-sides" }, model, own));
  }

  async fill(number, model) {
    const { body, answer, figure } = await question(number).catch(() => ({}));
    const steps = [...(figure?.querySelectorAll(".walk > [data-step]") ?? [])].map((step) => element("li", {}, step.textContent.trim()));
    figure?.querySelector(".walk")?.remove();
    const probe = steps.length ? [element("h3", {}, say("What to probe for")), element("ol", { dir: "auto" }, ...steps)] : [];
    model.append(...(body?.childNodes ?? []), answerPart(answer), figure ?? "", ...probe);
  }

  marks(number) {
    const choices = MARKS.map((name, index) => {
      const choice = element("input", { type: "radio", name: `mark-${number}`, value: String(index + 1) });
      choice.checked = this.record.value.asked.grades[number] === index + 1;
      choice.addEventListener("change", () => this.keep("grades", number, index + 1));
      return element("label", {}, choice, " ", name);
    });
    return element("fieldset", { class: "paper-marks" }, element("legend", {}, say("Answered")), ...choices);
  }

  notes(number) {
    const attributes = { rows: "5", "aria-label": say("Notes on the answer to {question}", { question: `Q${number}` }), placeholder: say("Notes") };
    return element("div", {}, ...writing(this.record.value.asked.notes[number] ?? "", attributes, (text) => this.keep("notes", number, text)));
  }

  keep(field, number, value) {
    const { asked } = this.record.value;
    this.record.set({ asked: { ...asked, [field]: { ...asked[field], [number]: value } } });
    this.showSum();
  }

  showSum() {
    const given = Object.values(this.record.value.asked.grades);
    const values = { count: given.length, total: this.record.value.questions.length, grades: sayGrades(MARKS, given) };
    this.sum.textContent = given.length ? say("{count} of {total} graded: {grades}.", values) : "";
  }
}
