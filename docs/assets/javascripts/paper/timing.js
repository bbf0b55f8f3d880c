// The clock of a paper on the page: what is left of its minutes, and how long each question has taken.
import { action, element } from "../shared/dom.js";
import { say } from "../shared/words.js";
import { elapsed, pause, run, shown } from "./clock.js";

const MINUTE = 60_000;
const TICK = 1000;
const ASLEEP = 5000; // milliseconds after which a tick that comes late was slept through

export class Timing {
  constructor(record, onTick) {
    Object.assign(this, { record, onTick, current: record.value.questions[0], last: Date.now(), unsaved: 0 });
    this.face = element("span", { class: "paper-clock", role: "timer", "aria-label": say("Time left") });
    this.said = element("span", { class: "hidden", role: "status" });
    this.toggle = action("", () => this.turn(), "secondary");
    this.off = action(say("No clock"), () => this.switchOff(), "link");
    this.part = element("div", { class: "paper-timing", "data-no-print": true }, this.face, this.toggle, this.off, this.said);
    this.spent = { ...record.value.spent };
    setInterval(() => this.tick(), TICK);
    addEventListener("pagehide", () => this.keep());
    this.show();
  }

  get running() {
    return this.record.value.clock.since !== null;
  }

  get left() {
    const { minutes, clock } = this.record.value;
    return minutes * MINUTE - elapsed(clock, Date.now());
  }

  turn() {
    const { clock } = this.record.value;
    this.record.set({ clock: (this.running ? pause : run)(clock, Date.now()) });
    this.keep();
    this.show();
  }

  stop() {
    if (this.running) this.turn();
    this.part.hidden = true;
  }

  switchOff() {
    this.record.set({ minutes: 0 });
    this.show();
  }

  tick() {
    const now = Date.now();
    const step = now - this.last;
    this.last = now;
    if (!this.running || this.record.value.finished) return;
    if (step < ASLEEP && !document.hidden) this.spent[this.current] = (this.spent[this.current] ?? 0) + step;
    this.unsaved += step;
    if (this.unsaved > 5 * TICK) this.keep();
    this.show();
  }

  keep() {
    this.unsaved = 0;
    if (Object.keys(this.spent).length) this.record.set({ spent: this.spent });
  }

  show() {
    const timed = this.record.value.minutes > 0;
    const begun = elapsed(this.record.value.clock, Date.now()) > 0 || this.running;
    this.face.textContent = timed ? shown(this.left) : "";
    this.face.classList.toggle("over", timed && this.left <= 0);
    this.off.hidden = !timed;
    this.toggle.textContent = this.running ? say("Pause") : begun ? say("Go on") : say("Start the clock");
    this.toggle.hidden = !timed;
    const over = timed && this.left <= 0 ? say("The time is over. Finish, or take the time you need.") : timed && this.left <= 5 * MINUTE && begun ? say("Five minutes are left.") : "";
    if (this.said.textContent !== over) this.said.textContent = over;
    this.onTick?.(this.spent);
  }
}
