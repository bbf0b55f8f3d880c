// One flashcard: the question alone; then, when the reader asks, its answer and diagram with the four grades.
// Space shows the answer, 1-4 grade it, s skips.
import { question } from "../shared/data.js";
import { element, isTyping } from "../shared/dom.js";
import { start as startPlayer } from "../diagram/player.js";
import { outcomes } from "./schedule.js";
import { start as startZoom } from "../diagram/zoom.js";

/** The view of a card; calls onGrade with the card's next state, or onSkip. */
export function showCard(context) {
  const view = new CardView(context);
  return { parts: view.parts, focus: view.title, onKey: (event) => view.onKey(event) };
}

class CardView {
  constructor(context) {
    Object.assign(this, context);
    this.shown = false;
    this.page = question(this.current.number);
    this.page.catch(() => {}); // said when the answer is asked for
    this.title = element("h1", { tabindex: "-1", dir: "auto" }, this.current.title);
    this.back = element("div", { class: "practice-back" });
    this.bar = element("div", { class: "practice-bar" }, this.revealButton());
    this.parts = [this.head(), element("article", { class: "practice-card", style: `--hue:${this.topic.hue}` }, this.eyebrow(), this.title, this.back), this.bar];
  }

  head() {
    const share = this.total ? (100 * this.done) / this.total : 0;
    const meter = element("span", { class: "practice-meter", role: "img", "aria-label": `${this.done} of ${this.total} done` }, element("i", { style: `inline-size:${share}%` }));
    const leave = this.button("End", "End this sitting", this.onLeave);
    return element("div", { class: "practice-head" }, leave, meter, this.button("Skip", "Skip this card (s)", this.onSkip));
  }

  eyebrow() {
    return element("p", { class: "eyebrow" }, element("span", { class: "practice-topic" }, this.topic.name), " ", element("span", { class: "tag" }, `Q${this.current.number}`));
  }

  button(label, title, act, kind = "link") {
    const made = element("button", { type: "button", class: `action action--${kind}`, title }, label);
    made.addEventListener("click", act);
    return made;
  }

  revealButton() {
    const made = this.button("Show the answer", "Show the answer (Space)", () => this.reveal(), "primary");
    made.append(element("kbd", { "aria-hidden": "true" }, "Space"));
    return made;
  }

  async reveal() {
    if (this.shown) return;
    this.shown = true;
    try {
      const { answer, figure, url } = await this.page;
      this.back.replaceChildren(...this.answerParts(answer, figure, url));
      this.bar.replaceChildren(this.grades());
      this.player = figure && startPlayer(figure, { addressed: false });
      if (figure) startZoom(figure);
      this.back.firstElementChild.focus({ preventScroll: true });
      if (this.following) question(this.following.number).catch(() => {}); // ready before it is asked for
    } catch {
      this.shown = false;
      this.back.replaceChildren(element("p", { class: "note", role: "status" }, "This answer is not on this device and there is no network. Skip it for now."));
    }
  }

  answerParts(answer, figure, url) {
    const open = element("p", { class: "practice-open" }, element("a", { href: url, "data-no-card": true }, "Open its page"));
    const body = element("section", { class: "prose", tabindex: "-1", "aria-label": "Answer", dir: answer?.dir || null }, ...(answer?.childNodes ?? []));
    return [body, figure, open].filter(Boolean);
  }

  grades() {
    const buttons = outcomes(this.card).map(({ name, wait, card }, index) => {
      const made = element("button", { type: "button", class: `grade grade--${name.toLowerCase()}`, title: `Again in ${wait} (key ${index + 1})` });
      made.append(element("b", {}, name), " ", element("small", {}, wait));
      made.addEventListener("click", () => this.onGrade(card));
      return made;
    });
    return element("div", { class: "grades", role: "group", "aria-label": "How well did you know it?" }, ...buttons);
  }

  onKey(event) {
    if (isTyping(event) || document.querySelector("dialog[open]") || event.defaultPrevented) return;
    const inControl = event.target.closest("button, a, summary");
    if (event.key === " " && !this.shown && !inControl) this.reveal();
    else if (/^[1-4]$/.test(event.key) && this.shown) this.bar.querySelectorAll(".grade")[event.key - 1]?.click();
    else if (event.key === "s") this.onSkip();
    else if (event.key.startsWith("Arrow") && this.player) this.player.onKey(event);
    else return;
    if (!event.key.startsWith("Arrow")) event.preventDefault(); // up and down still scroll
  }
}
