// One flashcard: the question alone, with hints for who wants them; then, when the reader asks, its answer and diagram
// with the four grades.
import { question } from "../shared/data.js";
import { action, element, isShortcut } from "../shared/dom.js";
import { say, sayCount } from "../shared/words.js";
import { start as startPlayer } from "../diagram/player.js";
import { start as startZoom } from "../diagram/zoom.js";
import { answerPart, lastLine, pageLink, press, showButton } from "./answer.js";
import { grades } from "./grades.js";
import { Hints } from "./hints.js";
import { notes } from "../progress/notes.js";

/**
 * The view of a card. `context` has {current, following, topic, card, position, open, retention, said, canUndo} and what to
 * call: onOpen({shown, hints}), onGrade(rating), onSkip, onUndo, onLeave.
 */
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
    this.front = element("div", { class: "practice-front" });
    this.back = element("div", { class: "practice-back" });
    this.bar = element("div", { class: "practice-bar" }, this.revealButton());
    const card = element("article", { class: "practice-card", "data-question": this.current.number, style: `--hue:${this.topic.hue}` }, this.eyebrow(), this.title, this.front, this.back);
    this.parts = [this.head(), lastLine(this.said, this.canUndo && say("Undo"), this.onUndo), card, this.bar];
    this.fillFront();
    if (this.open.shown) this.reveal();
  }

  head() {
    const { place, total, left, again } = this.position;
    const where = again ? sayCount(left, "once more, {count} left", "once more, {count} left") : say("{place} of {total}", { place, total });
    const meter = element("span", { class: "practice-meter", "aria-hidden": "true" }, element("i", { style: `inline-size:${(100 * (total - left)) / total}%` }));
    const leave = action(say("End"), this.onLeave, "link", { title: say("End this sitting; it can be continued") });
    const skip = action(say("Skip"), this.onSkip, "link", { title: say("Skip this card (x)") });
    return element("div", { class: "practice-head" }, leave, meter, element("span", { class: "practice-place" }, where), skip);
  }

  eyebrow() {
    const again = this.position.again ? ` · ${say("again")}` : "";
    return element("p", { class: "eyebrow" }, element("span", { class: "practice-topic" }, this.topic.name), " ", element("span", { class: "tag" }, `Q${this.current.number}`), again);
  }

  revealButton() {
    const made = showButton(() => this.reveal());
    made.append(element("kbd", { "aria-hidden": "true" }, say("Space")));
    return made;
  }

  async fillFront() {
    const { body, figure } = await this.page.catch(() => ({}));
    this.hints = new Hints(figure, this.open.hints, (hints) => this.onOpen({ shown: this.shown, hints }));
    if (body) this.front.append(element("div", { class: "prose", dir: body.dir || null }, ...body.childNodes));
    this.front.append(...(this.shown ? [] : this.hints.parts), notes(this.current.number));
  }

  async reveal() {
    if (this.shown) return;
    this.shown = true;
    try {
      const { answer, figure, url } = await this.page;
      this.back.replaceChildren(...[answerPart(answer, { tabindex: "-1" }), figure, pageLink(url)].filter(Boolean));
      this.bar.replaceChildren(grades(this.card, this.retention, this.onGrade));
      this.hints?.remove();
      this.player = figure && startPlayer(figure, { addressed: false });
      if (figure) startZoom(figure);
      this.back.firstElementChild.focus({ preventScroll: innerHeight > 480 }); // a low window goes to the answer
      this.onOpen({ shown: true, hints: this.hints?.count ?? 0 });
      if (this.following) question(this.following.number).catch(() => {}); // ready before it is asked for
    } catch {
      this.shown = false;
      this.back.replaceChildren(element("p", { class: "note", role: "status" }, say("This answer is not on this device and there is no network. Skip it for now.")));
    }
  }

  onKey(event) {
    const now = this.shown ? { grade: this.onGrade } : { " ": () => this.reveal(), h: () => this.hints?.next() };
    press(event, { ...now, x: this.onSkip, u: this.onUndo });
    if (event.key.startsWith("Arrow") && !event.defaultPrevented && isShortcut(event)) this.player?.onKey(event); // up and down still scroll
  }
}
