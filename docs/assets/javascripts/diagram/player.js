// Walks through a diagram step by step. A figure as the page has it,
//
//     <figure><div class="dg" data-steps="4">…<g class="edge" data-step="3">…</div>
//     <ol class="walk"><li data-step="3">The resizer writes each size.</li></ol></figure>
//
// gets controls under the picture; at a step the arrows, cards and sentence of that step are lit:
// `lit` on the picture and `on` on what belongs to the step. Without this module both stand as they are.
import { button, element, isShortcut, prefersCalm, relabel } from "../shared/dom.js";
import { keepInAddress } from "../shared/here.js";
import { say, sayCount } from "../shared/words.js";
import { bringIntoView } from "./window.js";

const HINT = say("Follow it step by step: the next button, a swipe, or the arrow keys.");
const SWIPE = 40; // pixels before a touch counts as a swipe
const ADDRESS = /^#step-(\d+)$/;
const OWN_KEYS = "pre, table, summary, select, video, audio, [role]:not(figure *)"; // what arrow keys move by itself

/** Milliseconds that a sentence needs to be read, while its arrows are looked at. */
const readingTime = (sentence) => Math.min(7000, 1600 + 45 * sentence.length);

/** Puts controls under each diagram that has steps. `addressed` is false where a page shows several. */
export function start(figure, { addressed = figure.id === "diagram" } = {}) {
  const picture = figure.querySelector(".dg");
  const items = [...figure.querySelectorAll(".walk > [data-step]")];
  if (!picture || items.length < 2 || figure.querySelector(".player")) return null;
  const player = new Player(figure, picture, items, addressed);
  player.listen();
  return player;
}

class Player {
  constructor(figure, picture, items, addressed) {
    Object.assign(this, { figure, picture, items, addressed });
    this.step = 0; // 0: none is lit
    this.timer = 0;
    this.bar = this.makeBar();
    picture.after(this.bar);
    this.say();
  }

  get steps() {
    return this.items.length;
  }

  /** The sentence of a step, without what other scripts put into the list. */
  sentence(step) {
    return this.items[step - 1]?.textContent.trim() ?? "";
  }

  makeBar() {
    this.playing = button("play", say("Play the steps"), () => this.toggle());
    this.place = element("span", { class: "player-place" });
    this.status = element("p", { class: "player-status", role: "status" });
    this.marks = this.items.map((_, index) => this.makeMark(index + 1));
    this.tools = element("span", { class: "player-tools" });
    const buttons = element(
      "div", { class: "player-buttons" },
      button("previous", say("Previous step"), () => this.choose(this.step - 1)), this.playing,
      button("next", say("Next step"), () => this.choose(this.step + 1)), this.place, this.tools,
    );
    const marks = element("div", { class: "player-marks", "aria-hidden": "true" }, ...this.marks);
    const name = say("Walk through the diagram");
    const said = element("div", { class: "player-say" }, this.makeRoom(), this.status, element("p", { class: "player-hint", "aria-hidden": "true" }, HINT));
    return element("div", { class: "player", role: "group", "aria-label": name, "data-added": true }, marks, buttons, said);
  }

  // All sentences, unseen, in the place of the one that is said: the controls keep their height at every step.
  makeRoom() {
    const sentences = this.items.map((_, index) => element("p", {}, `${say("Step {number}", { number: index + 1 })} ${this.sentence(index + 1)}`));
    return element("div", { class: "player-room", "aria-hidden": "true" }, ...sentences);
  }

  // A mark can be clicked; keys and screen readers have the buttons, which do the same.
  makeMark(step) {
    const mark = element("span", { class: "player-mark" });
    mark.addEventListener("click", () => this.choose(step));
    return mark;
  }

  listen() {
    this.figure.addEventListener("keydown", (event) => this.onKey(event));
    this.items.forEach((item, index) => this.listenToItem(item, index + 1));
    this.listenToSwipes();
    this.picture.tabIndex = -1; // a click on the picture makes the arrow keys its own
    document.addEventListener("visibilitychange", () => document.hidden && this.pause());
    if (!this.addressed) return;
    document.addEventListener("keydown", (event) => this.onPageKey(event));
    addEventListener("hashchange", () => this.followAddress(prefersCalm() ? "instant" : "smooth"));
    this.followAddress("instant"); // the browser itself has gone to the sentence
  }

  listenToItem(item, step) {
    item.tabIndex = 0;
    // Not pointerenter: a mouse that rests while the page is scrolled under it points at nothing.
    item.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.lit !== step && this.light(step));
    item.addEventListener("pointerleave", () => this.light(this.step));
    item.addEventListener("focus", () => item.matches(":focus-visible") && this.light(step));
    item.addEventListener("blur", () => this.light(this.step));
    item.addEventListener("click", (event) => event.target.closest("a, button") || this.choose(step));
  }

  listenToSwipes() {
    let from = null;
    this.picture.addEventListener("pointerdown", (event) => {
      from = event.pointerType === "touch" && event.isPrimary ? event : null;
    });
    this.picture.addEventListener("pointerup", (event) => {
      if (!from || !event.isPrimary || this.figure.dataset.zoomed) return;
      const [across, down] = [event.clientX - from.clientX, event.clientY - from.clientY];
      from = null;
      if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) this.choose(this.step - Math.sign(across));
    });
  }

  onKey(event) {
    const moves = { ArrowRight: this.step + 1, ArrowLeft: this.step - 1, Home: 1, End: this.steps };
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key in moves) this.choose(moves[event.key]);
    else if (event.key === "Enter" && this.items.includes(event.target)) this.choose(this.items.indexOf(event.target) + 1);
    else if (event.key === " " && !event.target.closest("button, summary, input")) this.toggle();
    else if (event.key === "Escape" && this.step && !this.figure.dataset.zoomed) this.choose(0);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** On a question's page the arrow keys step without a click first. */
  onPageKey(event) {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key) || event.shiftKey) return;
    if (!event.defaultPrevented && isShortcut(event) && !event.target.closest?.(OWN_KEYS)) this.onKey(event);
  }

  /** Goes to a step because the reader said so: playing stops, the address follows. */
  choose(step) {
    this.pause();
    this.go(step);
  }

  go(step) {
    this.step = Math.max(0, Math.min(this.steps, step));
    this.light(this.step);
    this.say();
    if (this.step && !this.figure.dataset.zoomed) bringIntoView(this.picture, this.bar);
    if (this.addressed) keepInAddress(location.search, this.step ? `#step-${this.step}` : "");
  }

  toggle() {
    if (this.timer) this.pause();
    else this.play();
  }

  play() {
    relabel(this.playing, "pause", say("Pause"));
    this.go(this.step < this.steps ? this.step + 1 : 1);
    this.timer = setTimeout(() => this.advance(), readingTime(this.sentence(this.step)));
  }

  advance() {
    if (this.step < this.steps) this.play();
    else this.pause();
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = 0;
    relabel(this.playing, "play", say("Play the steps"));
  }

  /** Shows a step in picture and walk; 0 shows all alike. */
  light(step) {
    this.lit = step;
    this.picture.classList.toggle("lit", step > 0);
    for (const part of this.picture.querySelectorAll(".edge, .node, .group")) {
      const steps = (part.dataset.step ?? part.dataset.steps ?? "").split(" ");
      part.classList.toggle("on", steps.includes(String(step)));
    }
    for (const frame of this.picture.querySelectorAll(".group")) frame.classList.toggle("holds", step > 0 && holds(frame));
    this.items.forEach((item, index) => item.classList.toggle("on", index + 1 === step));
  }

  /** Tells eyes and screen readers where the walk is. */
  say() {
    this.place.textContent = this.step ? `${this.step} / ${this.steps}` : sayCount(this.steps, "{count} step", "{count} steps");
    this.status.replaceChildren(...(this.step ? [element("b", {}, say("Step {number}", { number: this.step })), " ", element("bdi", {}, this.sentence(this.step))] : []));
    this.marks.forEach((mark, index) => mark.classList.toggle("done", index < this.step));
    this.items.forEach((item, index) => {
      if (index + 1 === this.step) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    });
  }

  followAddress(behavior) {
    const step = Number(ADDRESS.exec(location.hash)?.[1] ?? 0);
    if (!step || step > this.steps || step === this.step) return;
    this.figure.scrollIntoView({ block: "start", behavior });
    this.choose(step);
  }
}

/** Whether a lit card stands inside a frame. */
function holds(frame) {
  const box = rectangle(frame);
  const isInside = (card) => card && box && card.x >= box.x && card.y >= box.y && card.right <= box.right && card.bottom <= box.bottom;
  return [...frame.ownerSVGElement.querySelectorAll(".node.on")].some((node) => isInside(rectangle(node)));
}

// From the attributes, not from the screen: the layout that is not shown has no place on it.
function rectangle(part) {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(part.querySelector("rect")?.getAttribute(name)));
  return { x, y, right: x + width, bottom: y + height };
}
