// The search page: all results of a query, narrowed by topic and component, with the query in the address:
//
//     /search/?q=cold+start&topic=serverless-event-driven-patterns&component=AWS+Lambda
//
import { address, folderAddress } from "../shared/data.js";
import { element, plainButton } from "../shared/dom.js";
import { keepInAddress } from "../shared/here.js";
import { say, sayAround } from "../shared/words.js";
import { counted, result, suggested } from "./view.js";

const PORTION = 20;

/** Fills the search page; does nothing on other pages. */
export function startPage(root, ask) {
  const place = root.getElementById("search-page");
  if (place) new Page(place, ask);
}

class Page {
  constructor(place, ask) {
    this.ask = ask;
    this.field = place.querySelector("input[name=q]");
    this.filters = { topic: place.querySelector("select[name=topic]"), component: place.querySelector("select[name=component]") };
    this.status = place.querySelector("[role=status]");
    this.list = place.querySelector("ol");
    this.hints = place.querySelector(".search-hints");
    this.most = PORTION;
    this.show = this.show.bind(this);
    const typed = this.field.value; // before this script was there
    this.readAddress();
    place.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    this.field.addEventListener("input", () => this.change());
    for (const filter of Object.values(this.filters)) filter.addEventListener("change", () => this.change());
    place.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("popstate", () => this.readAddress());
    if (typed) {
      this.field.value = typed;
      this.change();
    }
  }

  get wish() {
    return { topic: this.filters.topic.value, component: this.filters.component.value };
  }

  readAddress() {
    const wanted = new URLSearchParams(location.search);
    this.field.value = wanted.get("q") ?? "";
    for (const [name, filter] of Object.entries(this.filters)) select(filter, wanted.get(name) ?? "");
    this.most = PORTION;
    this.search();
  }

  change() {
    this.most = PORTION;
    keepInAddress(new URL(folderAddress("search", { q: this.field.value.trim(), ...this.wish })).search);
    this.search();
  }

  search() {
    this.ask(this.field.value.trim(), { ...this.wish, most: this.most }, this.show);
  }

  show(found, text) {
    if (!found) {
      this.status.textContent = say("The search cannot be loaded. The topics list every question.");
      return;
    }
    this.status.textContent = text || this.wish.topic || this.wish.component ? counted(found) : "";
    const focused = this.list.contains(document.activeElement) && document.activeElement.dataset.question;
    this.list.replaceChildren(...found.results.map((each) => element("li", {}, result(each), ...thumbnail(each))));
    if (focused) this.list.querySelector(`[data-question="${focused}"]`)?.focus();
    offer(this.filters.topic, found.topics);
    offer(this.filters.component, found.components);
    this.hints.replaceChildren(...this.suggestions(found));
  }

  suggestions(found) {
    const hints = [];
    if (found.suggestion) hints.push(element("p", {}, ...suggested(found.suggestion, (word) => this.use(word))));
    if (found.count === 0) hints.push(element("p", {}, ...this.ways()));
    if (found.count > found.results.length) hints.push(element("p", {}, plainButton(say("Show more"), () => this.showMore())));
    return hints;
  }

  ways() {
    const topics = wayTo("topics", say("topics"));
    const components = wayTo("components", say("components"));
    if (this.filters.component.parentElement.hidden) return sayAround("All questions stand under their {topics}.", { topics });
    return sayAround("All questions stand under their {topics} and {components}.", { topics, components });
  }

  use(text) {
    this.field.value = text;
    this.change();
    this.field.focus();
  }

  showMore() {
    this.most += PORTION;
    this.search();
  }

  key(event) {
    const links = [...this.list.querySelectorAll("a")];
    const place = links.indexOf(document.activeElement);
    if (event.target.matches("select")) return;
    if (event.key === "ArrowDown") (links[place + 1] ?? links.at(-1))?.focus();
    else if (event.key === "ArrowUp" && place >= 0) (links[place - 1] ?? this.field).focus();
    else if (event.key === "Escape" && place >= 0) this.field.focus();
    else return;
    event.preventDefault();
  }
}

/** The diagram in small; style sheets show it where there is room, and only then is it loaded. */
function thumbnail({ number, drawn }) {
  const src = address(`questions/${number}/diagram.svg`).href;
  return drawn ? [element("img", { src, alt: "", loading: "lazy", decoding: "async", width: 160, height: 90 })] : [];
}

const wayTo = (folder, name) => element("a", { href: folderAddress(folder) }, name);

/** Chooses a value in a menu, which may not have offered it yet. */
function select(menu, value) {
  if (value && ![...menu.options].some((option) => option.value === value)) menu.append(element("option", { value }, value));
  menu.value = value;
}

/** Fills a menu with what can be chosen: [[value, name, how many], …]; what is chosen stays. */
function offer(menu, choices) {
  const chosen = menu.value;
  const [all] = menu.options;
  menu.replaceChildren(all, ...choices.map(([value, name, count]) => element("option", { value }, count ? `${name} (${count})` : name)));
  select(menu, chosen);
}
