// Lets readers tick questions in any list and print the ones they ticked. The choice stays on the device until it is
// cleared, so that it can be gathered from several lists.
//
//     localStorage["print-selection"] = "[901,905]"
import { address } from "../shared/data.js";
import { element } from "../shared/dom.js";

const KEY = "print-selection";

/** The numbers of the ticked questions, in their order. */
export function selected() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(Number.isInteger).sort((one, other) => one - other) : [];
  } catch {
    return []; // storage is forbidden, or holds something else
  }
}

function keep(numbers) {
  try {
    localStorage.setItem(KEY, JSON.stringify(numbers));
  } catch {
    // the choice lasts as long as the page
  }
}

/** Puts a box before each question of the page's lists, and a bar below the page while any is ticked. */
export function start(root) {
  const chosen = new Set(selected());
  const count = element("span", { role: "status" });
  const print = element("a", { class: "selection-print" }, "Print");
  const clear = element("button", { type: "button" }, "Clear");
  const bar = element("div", { class: "selection", role: "region", "aria-label": "Questions to print", "data-no-print": true }, count, print, clear);
  const boxes = [...root.querySelectorAll(".entries [data-question]")].map((entry) => box(entry, chosen, show));

  function show() {
    const numbers = [...chosen].sort((one, other) => one - other);
    keep(numbers);
    bar.hidden = !numbers.length;
    count.textContent = `${numbers.length} question${numbers.length === 1 ? "" : "s"} selected`;
    const page = address(location.protocol === "file:" ? "print/index.html" : "print/");
    print.href = `${page.href}?q=${numbers.join(",")}`;
    for (const each of boxes) each.checked = chosen.has(Number(each.value));
  }

  clear.addEventListener("click", () => {
    chosen.clear();
    show();
  });
  root.body.append(bar);
  show();
}

function box(entry, chosen, show) {
  const number = entry.dataset.question;
  const made = element("input", { type: "checkbox", value: number, class: "select", "data-no-print": true, "aria-label": `Select Q${number} for printing`, title: "Select for printing" });
  made.addEventListener("change", () => {
    if (made.checked) chosen.add(Number(number));
    else chosen.delete(Number(number));
    show();
  });
  entry.prepend(made);
  return made;
}
