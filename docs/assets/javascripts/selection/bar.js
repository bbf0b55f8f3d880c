// What can be done with the ticked questions: practise them, sit them as a paper, print them, share their address, keep
// them under a name, bookmark them.
import { folderAddress } from "../shared/data.js";
import { element, hasPart, plainButton } from "../shared/dom.js";
import { get, put } from "../shared/store.js";
import { say, sayCount } from "../shared/words.js";

const WAYS = { practice: say("Practise"), paper: say("Paper|exam"), print: say("Print|verb") };
const PARTS = { practice: "practice", paper: "papers" };

export class Bar {
  constructor(onClear) {
    this.numbers = [];
    this.count = element("b", { role: "status" });
    this.said = element("span", { role: "status", class: "selection-said" });
    this.links = Object.entries(WAYS).filter(([folder]) => hasPart(PARTS[folder])).map(([folder, name]) => [folder, element("a", { class: `selection-${folder}` }, name)]);
    this.name = element("input", { name: "name", required: true, maxlength: "60", placeholder: say("Name"), "aria-label": say("Name of the collection"), autocomplete: "off" });
    this.form = element("form", { hidden: true }, this.name, element("button", {}, say("Keep")));
    this.form.addEventListener("submit", (event) => this.keep(event));
    const keep = plainButton(say("Keep …"), () => this.askName());
    const parts = [...this.links.map(([, link]) => link), plainButton(say("Share"), () => this.share()), ...(hasPart("practice") ? [keep, this.form, plainButton(say("Bookmark|verb"), () => this.bookmark())] : []), plainButton(say("Clear"), onClear)];
    this.part = element("div", { class: "selection", role: "region", "aria-label": say("Selected questions"), "data-no-print": true, hidden: true }, this.count, ...parts, this.said);
  }

  show(numbers) {
    this.numbers = numbers;
    this.part.hidden = !numbers.length;
    this.count.textContent = sayCount(numbers.length, "{count} selected", "{count} selected");
    for (const [folder, link] of this.links) link.href = this.address(folder);
  }

  address(folder) {
    return folderAddress(folder, { q: this.numbers.join(",") });
  }

  async share() {
    const url = this.address(hasPart("practice") ? "practice" : "print");
    if (navigator.share) return navigator.share({ url, title: document.title }).catch(() => {});
    const copied = await navigator.clipboard?.writeText(url).then(() => true, () => false);
    this.said.replaceChildren(copied ? say("Its address is copied.") : element("a", { href: url }, url));
    return copied;
  }

  askName() {
    this.form.hidden = !this.form.hidden;
    if (!this.form.hidden) this.name.focus();
  }

  keep(event) {
    event.preventDefault();
    const key = `collection/${this.name.value.trim()}`;
    const known = get(key)?.questions ?? [];
    put(key, { questions: [...new Set([...known, ...this.numbers])], at: Date.now() });
    this.form.hidden = true;
    this.say(say("Kept as “{name}”; Practice lists it.", { name: this.name.value.trim() }));
  }

  bookmark() {
    for (const number of this.numbers) if (!get(`bookmark/${number}`)) put(`bookmark/${number}`, Date.now());
    this.say(say("Bookmarked; Practice lists them."));
  }

  say(text) {
    this.said.textContent = text;
  }
}
