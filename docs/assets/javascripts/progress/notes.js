// A reader's own words on a question, kept as they are typed: {text, at}.
import { element } from "../shared/dom.js";
import { get, put, state } from "../shared/store.js";
import { say } from "../shared/words.js";

/** A field for the notes on a question; closed until wanted, unless there are some or `open` says so. */
export function notes(number, { open = false } = {}) {
  const text = get(`note/${number}`)?.text ?? "";
  const field = element("textarea", { rows: "4", dir: "auto", "aria-label": say("Your notes on {question}", { question: `Q${number}` }) });
  field.value = text;
  field.addEventListener("input", () => {
    const now = field.value.trim() ? { text: field.value, at: Date.now() } : null;
    put(`note/${number}`, now);
    said.textContent = state() === "lasting" ? "" : say("This browser has no room for it: the note is lost with the page.");
  });
  const said = element("p", { role: "alert", class: "notes__warning" });
  return element("details", { class: "notes", open: open || Boolean(text) }, element("summary", {}, say("Your notes")), field, said);
}
