// Lets readers tick questions: in the lists of topics and components, among the results of the search, and, a cell at a
// time, on the map. A bar says what can be done with them.
import { element } from "../shared/dom.js";
import { say } from "../shared/words.js";
import { Bar } from "./bar.js";
import { choose, selected } from "./chosen.js";
import { startMap } from "./map.js";

const ENTRIES = ".entries [data-question], .search-results li:has([data-question])";

/** Puts a box before each question of the page's lists, and a bar below the page while any is ticked. */
export function start(root) {
  const chosen = new Set(selected());
  const toggle = (numbers, on) => {
    for (const number of numbers) on ? chosen.add(number) : chosen.delete(number);
    show();
  };
  const bar = new Bar(() => toggle([...chosen], false));
  const map = startMap(root.querySelector(".map"), chosen, toggle);

  function show() {
    choose(chosen);
    bar.show(selected());
    for (const each of root.querySelectorAll(".select")) each.checked = chosen.has(Number(each.value));
    map.show();
  }

  const addBoxes = () => {
    for (const entry of root.querySelectorAll(ENTRIES)) if (!entry.querySelector(".select")) entry.prepend(box(entry, chosen, toggle));
  };
  const results = root.querySelector(".search-results");
  if (results) new MutationObserver(addBoxes).observe(results, { childList: true });
  addBoxes();
  root.body.append(bar.part);
  show();
}

function box(entry, chosen, toggle) {
  const number = Number(entry.dataset.question ?? entry.querySelector("[data-question]").dataset.question);
  const made = element("input", { type: "checkbox", value: number, class: "select", "data-no-print": true, "aria-label": say("Select {question}", { question: `Q${number}` }), title: say("Select") });
  made.checked = chosen.has(number);
  made.addEventListener("change", () => toggle([number], made.checked));
  return made;
}
