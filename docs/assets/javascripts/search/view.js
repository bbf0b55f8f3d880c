// What results look like, in the list under the field and on the search page alike:
//
//     result({number: 902, title: [["Cold", true], [" start", false]], …})
//     ->  <a href=".../questions/902/" data-question="902"><b>Q902</b> <mark>Cold</mark> start …</a>
import { pageOf } from "../shared/data.js";
import { element, plainButton } from "../shared/dom.js";
import { say, sayAround, sayCount, sayList } from "../shared/words.js";

/** "Did you mean saga?", whose word is a button. */
export const suggested = (word, use) => sayAround("Did you mean {word}?", { word: plainButton(word, () => use(word)) });

/** Pieces of text, the hits among them marked. */
function highlighted(pieces) {
  return pieces.map(([text, hit]) => (hit ? element("mark", {}, text) : text));
}

/** One found question as a link. */
export function result(found, attributes = {}) {
  const { number, title, topic, passage, inDiagram } = found;
  return element(
    "a",
    { class: "found", href: pageOf(number), "data-question": number, ...attributes },
    element("span", { class: "found-number" }, `Q${number}`),
    element("span", { class: "found-title", dir: "auto" }, ...highlighted(title)),
    element("span", { class: "found-topic" }, topic),
    element("span", { class: "found-passage", dir: "auto" }, ...(inDiagram ? [say("In the diagram:"), " "] : []), ...highlighted(passage)),
  );
}

/** How many were found, in words; a word that is nowhere in the bank is said. */
export function counted({ count, missing, having }) {
  if (!count) return say("Nothing found");
  if (!missing.length) return sayCount(count, "{count} question found", "{count} questions found");
  const listed = (words) => sayList(words.map((word) => say("“{word}”", { word })));
  const words = { missing: listed(missing), having: listed(having) };
  return sayCount(count, "Nothing has {missing}; this one has {having}", "Nothing has {missing}; these {count} have {having}", words);
}
