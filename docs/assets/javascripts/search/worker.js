// The search in a thread of its own: is told where the documents are, then answers queries.
//
//     {documents: address, diagrams: address}   ->  {ready: true}, then {complete: true}; or {failed: message}
//     {shards: address of a folder}             ->  {ready: true} or {failed: message}
//     {id, text, wish}                          ->  {id, found}
//
import { Engine } from "./engine/engine.js";

let engine;
let complete;

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/** What the diagrams say is asked for when the documents are there, so that these need not share the line. */
async function load({ documents, diagrams }) {
  engine = new Engine(await fetched(documents));
  self.postMessage({ ready: true });
  complete = fetched(diagrams).then((each) => engine.addDiagrams(each));
  await complete;
  self.postMessage({ complete: true });
}

async function loadShards(folder) {
  const { ShardedEngine } = await import("../../bundles/search-shards.js");
  const piece = (name) => fetched(`${folder}/${name}.json`);
  engine = new ShardedEngine(await piece("index"), piece);
  self.postMessage({ ready: true });
}

async function answer({ id, text, wish }) {
  if (wish.component) await complete; // until then no question has components
  self.postMessage({ id, found: await engine.search(text, wish) });
}

self.addEventListener("message", ({ data }) => {
  const work = data.shards ? loadShards(data.shards) : data.documents ? load(data) : answer(data);
  work.catch((error) => self.postMessage({ failed: String(error), id: data.id }));
});
