// The search in a thread of its own: is told where the documents are, then answers queries.
//
//     {load: address}               ->  {ready: true, topics, components}  or {failed: message}
//     {id, text, wish}              ->  {id, found}
//
// Everything that the engine needs is named here once more, so that the browser asks for all of it at once.
import "../vendor/minisearch-7.2.0.js";
import "../vendor/stemmer-2.0.1.js";
import "./search-passage.js";
import "./search-query.js";
import "./search-spelling.js";
import "./search-text.js";
import { Engine } from "./search-engine.js";

let engine;

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  engine = new Engine(await response.json());
}

self.addEventListener("message", async ({ data }) => {
  if (data.load) {
    try {
      await load(data.load);
      self.postMessage({ ready: true });
    } catch (error) {
      self.postMessage({ failed: String(error) });
    }
    return;
  }
  self.postMessage({ id: data.id, found: engine.search(data.text, data.wish) });
});
