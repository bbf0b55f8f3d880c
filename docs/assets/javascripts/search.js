// The search of the site: a list under the field of each page, filled while the reader types, and the search page.
//
//     start(document);   // when the field is first focused, or when the search page opens
//
import { connect } from "./search-client.js";
import { startField } from "./search-field.js";
import { startPage } from "./search-page.js";
import { addStyles } from "./search-view.js";

let started = false;

/** Makes the field of the page search, and fills the search page where it is that; a second call does nothing. */
export function start(root) {
  if (started) return;
  started = true;
  addStyles();
  const ask = latest(connect());
  startField(root, ask);
  startPage(root, ask);
}

/**
 * Asks one query at a time, and of those that wait only the newest: `ask(text, wish, show)` calls `show` with what was
 * found, or with null where the search cannot be had.
 */
function latest(connecting) {
  const waiting = new Map();
  let busy = false;
  const work = async () => {
    busy = true;
    while (waiting.size) {
      const [show, { text, wish }] = waiting.entries().next().value;
      waiting.delete(show);
      const found = await connecting.then((search) => search(text, wish)).catch(() => null);
      if (!waiting.has(show)) show(found, text);
    }
    busy = false;
  };
  return (text, wish, show) => {
    waiting.set(show, { text, wish });
    if (!busy) work();
  };
}
