// Which questions are to be asked: as the address says, or the topics that are ticked.
import { element } from "../shared/dom.js";
import { say } from "../shared/words.js";

/** The numbers that a query names, `q=901,905`, each once. */
export const numbersIn = (asked) => [...new Set((asked.get("q") ?? "").split(/\D+/).filter(Boolean).map(Number))];

/** The topics that it names: `topic=serverless,storage`. */
export const topicsIn = (asked) => (asked.get("topic") ?? "").split(",").filter(Boolean);

/** A box to tick for each topic; `chosen` are the slugs of those that are ticked, `beside(index)` what stands beside a name. */
export function topicBoxes(topics, chosen, hint, beside = () => []) {
  const boxes = topics.map(({ slug, name, hue }, index) => {
    const box = element("input", { type: "checkbox", value: slug, checked: chosen.has(slug) });
    return element("label", { style: `--hue:${hue}` }, box, element("span", { dir: "auto" }, name, ...beside(index)));
  });
  const legend = element("legend", {}, say("Topics"), " ", element("small", {}, hint));
  return element("fieldset", { class: "practice-topics" }, legend, element("div", { class: "chips-row" }, ...boxes));
}
