// The steps of a diagram's walk, shown one by one to who wants a hint before the answer.
import { action, element } from "../shared/dom.js";
import { say, sayCount } from "../shared/words.js";

/** Hints of a figure, `count` of them shown already; calls onChange(count). */
export class Hints {
  constructor(figure, count, onChange) {
    this.steps = [...(figure?.querySelectorAll(".walk > [data-step]") ?? [])].map((item) => item.textContent.trim());
    this.onChange = onChange;
    this.count = 0;
    this.list = element("ol", { class: "hints", dir: "auto", "aria-live": "polite" });
    this.button = action("", () => this.next(), "link", { title: say("Show the next step of the diagram (h)") });
    this.show(Math.min(count, this.steps.length));
  }

  get parts() {
    return this.steps.length ? [this.list, this.button] : [];
  }

  show(count) {
    this.list.append(...this.steps.slice(this.count, count).map((step) => element("li", {}, step)));
    this.count = count;
    this.button.textContent = count ? say("Next hint: {count} of {total}", { count, total: this.steps.length }) : sayCount(this.steps.length, "A hint: {count} step", "A hint: {count} steps");
    this.button.hidden = count >= this.steps.length;
  }

  next() {
    if (this.count >= this.steps.length) return;
    this.show(this.count + 1);
    this.onChange(this.count);
  }

  remove() {
    for (const part of this.parts) part.remove();
  }
}
