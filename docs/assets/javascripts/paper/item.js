// A question of a paper, as candidate and interviewer alike have it before them.
import { element } from "../shared/dom.js";

/** Its place, number and title, with what stands beside the number and below. */
export function itemPart(number, place, title, beside, ...below) {
  const line = element("p", { class: "eyebrow" }, element("span", { class: "tag" }, `Q${number}`), ...beside);
  return element("article", { class: "paper-item", "data-question": number }, line, element("h2", { dir: "auto" }, `${place}. `, title), ...below);
}

/** A field for one's own words, and its copy: what is typed, as paper shows it. */
export function writing(text, attributes, keep) {
  const field = element("textarea", { dir: "auto", ...attributes });
  field.value = text;
  const copy = element("p", { class: "paper-copy" }, text);
  field.addEventListener("input", () => {
    copy.textContent = field.value;
    keep(field.value);
  });
  return [field, copy];
}
