// What results look like, in the list under the field and on the search page alike:
//
//     result({number: 902, title: [["Cold", true], [" start", false]], …})
//     ->  <a href=".../questions/902/" data-question="902"><b>Q902</b> <mark>Cold</mark> start …</a>
import { address } from "../shared/data.js";
import { element } from "../shared/dom.js";
import { say, sayCount, sayList } from "../shared/words.js";

/** The address of a folder of the site, whose listing browsers would show when it is opened from the file system. */
export const folderAddress = (folder) => address(`${folder}/${location.protocol === "file:" ? "index.html" : ""}`).href;

/** The search page's address for a query and its filters; those that are empty are left out. */
export function pageAddress(wish) {
  const url = new URL(folderAddress("search"));
  for (const [name, value] of Object.entries(wish)) if (value) url.searchParams.set(name, value);
  return url.href;
}

/** Pieces of text, the hits among them marked. */
export function highlighted(pieces) {
  return pieces.map(([text, hit]) => (hit ? element("mark", {}, text) : text));
}

/** One found question as a link. */
export function result(found, attributes = {}) {
  const { number, title, topic, passage, inDiagram } = found;
  return element(
    "a",
    { class: "found", href: folderAddress(`questions/${number}`), "data-question": number, ...attributes },
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

/** Loads what only the search's own parts need. */
export function addStyles() {
  const { href } = address("assets/stylesheets/search/search.css");
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return;
  document.head.append(element("link", { rel: "stylesheet", href }));
}
