// On the page of a question: a button that asks it, a bookmark, the reader's notes, and how well it is known. All else comes
// when it is asked for.
import { space } from "../shared/data.js";
import { addStyles, element, plainButton } from "../shared/dom.js";
import { say } from "../shared/words.js";

let store = {
  get(key) {
    try {
      return JSON.parse(localStorage[space() + key] ?? null);
    } catch {
      return null; // storage is forbidden
    }
  },
};

/** Fills the place below the title. */
export function start(place) {
  const article = place.closest("article");
  const { number } = article.dataset;
  const button = (label, key, act) => {
    const begin = async () => {
      store = await import("../shared/store.js");
      act();
    };
    return plainButton(label, begin, { class: "link", "data-key": key, title: key ? say("Key {key}", { key }) : null });
  };
  const show = () => {
    const marked = store.get(`bookmark/${number}`);
    const { state, due } = store.get(`card/${number}`) ?? {};
    const mark = button(marked ? say("Bookmarked") : say("Bookmark|verb"), "b", () => (store.put(`bookmark/${number}`, marked ? null : Date.now()), show()));
    mark.ariaPressed = Boolean(marked);
    const day = new Date(due).toLocaleDateString(window.__words && document.documentElement.lang);
    const said = !due ? "" : due <= Date.now() ? say("To repeat") : state === 2 ? say("Known, comes back {day}", { day }) : say("Learning, comes back {day}", { day });
    const notes = button(store.get(`note/${number}`) ? say("Your notes") : say("Note"), null, write);
    place.replaceChildren(button(say("Ask me this one"), "a", ask), mark, notes, element("span", {}, said));
  };
  const close = () => article.querySelector(".notes")?.remove();
  const write = async () => {
    const [{ notes }] = await Promise.all([import("../../bundles/progress-notes.js"), addStyles("practice/practice.css")]);
    const field = notes(number, { open: true });
    field.ontoggle = () => field.open || (close(), show());
    close();
    place.after(field);
    field.querySelector("textarea").focus();
  };
  const ask = async () => {
    const [{ ask: begin }] = await Promise.all([import("../../bundles/practice-ask.js"), addStyles("practice/practice.css")]);
    close();
    place.hidden = true;
    begin(article, () => ((place.hidden = false), show(), place.firstChild.focus()));
  };
  show();
}
