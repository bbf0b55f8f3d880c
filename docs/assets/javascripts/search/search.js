// The search of the site: a list under the field of each page, filled while the reader types, and the search page.
//
//     start(document);   // when the field is first focused, or when the search page opens
//
import { addStyles } from "../shared/dom.js";
import { connect } from "./client.js";
import { startField } from "./field.js";

let started = false;

/** Makes the field of the page search, and fills the search page where it is that; a second call does nothing. */
export function start(root) {
  if (started) return;
  started = true;
  addStyles("search/search.css");
  const ask = latest();
  startField(root, ask);
  if (root.getElementById("search-page")) import("./page.js").then((page) => page.startPage(root, ask));
}

/**
 * Asks one query at a time, and of those that wait only the newest: `ask(text, wish, show)` calls `show` with what was
 * found, or with null where the search cannot be had, and once more when there is more to find.
 */
function latest() {
  const asked = new Map();
  const waiting = new Set();
  const connecting = connect(() => {
    for (const show of asked.keys()) waiting.add(show);
    work();
  });
  let busy = false;
  async function work() {
    if (busy) return;
    busy = true;
    for (const show of waiting) {
      waiting.delete(show);
      const { text, wish } = asked.get(show);
      const found = await connecting.then((search) => search(text, wish)).catch(() => null);
      if (!waiting.has(show)) show(found, text);
    }
    busy = false;
  }
  return (text, wish, show) => {
    asked.set(show, { text, wish });
    waiting.add(show);
    work();
  };
}
