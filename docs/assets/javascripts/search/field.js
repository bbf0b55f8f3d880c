// The field in the header: a combobox whose list shows the best questions while the reader types.
//
// Arrows choose, Enter opens the chosen one (or all results), Escape closes. Focus never leaves the field, and a live
// region tells how many were found.
import { folderAddress } from "../shared/data.js";
import { element } from "../shared/dom.js";
import { say, sayCount } from "../shared/words.js";
import { counted, result, suggested } from "./view.js";

const MOST = 8;

/** Makes the field of the header search. */
export function startField(root, ask) {
  const field = root.getElementById("search-input");
  if (field) new Field(field, ask);
}

class Field {
  constructor(field, ask) {
    this.field = field;
    this.ask = ask;
    this.list = element("div", { id: "search-list", role: "listbox", "aria-label": say("Questions") });
    this.count = element("p", { class: "search-count", "aria-hidden": "true" });
    // Heard, not seen: a live region must be there before it has something to say.
    this.status = element("p", { class: "hidden", role: "status" });
    this.more = element("p", { class: "search-more" });
    this.panel = element("div", { class: "search-panel", hidden: true, "data-no-card": true }, this.count, this.list, this.more);
    this.show = this.show.bind(this);
    field.form.append(this.status, this.panel);
    this.describe();
    this.listen();
    if (field.value) this.type();
  }

  describe() {
    const state = { role: "combobox", "aria-expanded": "false", "aria-controls": "search-list", "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(state)) this.field.setAttribute(name, value);
  }

  listen() {
    this.field.addEventListener("input", () => this.type());
    this.field.addEventListener("focus", () => this.field.value && this.type());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.form.addEventListener("submit", (event) => this.submit(event));
    this.field.form.addEventListener("focusout", ({ relatedTarget }) => this.panel.contains(relatedTarget) || this.close());
    // A press on a result must not take the focus, or the list would close before the click.
    this.panel.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  type() {
    const text = this.field.value.trim();
    if (!text) return this.close();
    this.list.setAttribute("aria-busy", "true");
    return this.ask(text, { most: MOST }, this.show);
  }

  show(found, text) {
    if (text !== this.field.value.trim() || document.activeElement !== this.field) return;
    const results = found?.results ?? [];
    const chosen = text === this.shown ? this.list.children[this.chosen]?.dataset.question : undefined;
    this.shown = text;
    this.list.replaceChildren(...results.map((each, place) => result(each, { role: "option", id: `search-${place}`, tabindex: "-1" })));
    this.count.textContent = found ? counted(found) : say("The search cannot be loaded");
    this.status.textContent = this.count.textContent;
    this.more.replaceChildren(...this.hints(found, text));
    this.list.setAttribute("aria-busy", "false");
    this.choose(results.findIndex(({ number }) => String(number) === chosen));
    this.open(true);
  }

  hints(found, text) {
    const hints = [];
    if (found?.suggestion) hints.push(element("span", {}, ...suggested(found.suggestion, (word) => this.use(word))));
    if (found && found.count > MOST) hints.push(element("a", { href: folderAddress("search", { q: text }) }, sayCount(found.count, "{count} question", "All {count} questions")));
    if (found?.count === 0) hints.push(element("a", { href: folderAddress("search", { q: text }) }, say("Browse the topics instead")));
    return hints;
  }

  use(text) {
    this.field.value = text;
    this.type();
  }

  key(event) {
    const options = this.list.children;
    if (event.key === "Escape") {
      if (this.panel.hidden) this.field.value = "";
      this.close();
    } else if (event.key === "ArrowDown") this.choose(Math.min(this.chosen + 1, options.length - 1));
    else if (event.key === "ArrowUp") this.choose(Math.max(this.chosen - 1, -1));
    else if (event.key === "Enter" && options[this.chosen]) options[this.chosen].click();
    else return;
    event.preventDefault();
  }

  choose(place) {
    this.chosen = place;
    [...this.list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
    if (place < 0) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", `search-${place}`);
    this.list.children[place]?.scrollIntoView({ block: "nearest" });
  }

  submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (text) location.assign(folderAddress("search", { q: text }));
  }

  open(wanted) {
    this.panel.hidden = !wanted;
    this.field.setAttribute("aria-expanded", String(wanted));
  }

  close() {
    this.open(false);
    this.list.replaceChildren();
    this.choose(-1);
  }
}
