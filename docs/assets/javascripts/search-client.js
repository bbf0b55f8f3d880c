// The page's end of the search: finds the documents, starts the worker, and asks it.
//
//     const search = await connect();   await search("cold start", {most: 8})
//
// From the file system a page may neither fetch nor start workers; there the engine runs in the page and indexes a few
// questions at a time.
import { address, load } from "./data.js";

const POINTER = "assets/search/index.json";

const fromFile = () => location.protocol === "file:";

/** The path of the documents. The small file that names them always has the same name, so the server is asked anew. */
async function documents() {
  const named = fromFile() ? await load(POINTER) : await (await fetch(address(POINTER), { cache: "no-cache" })).json();
  return named.documents;
}

async function inPage(path) {
  const [{ Engine }, data] = await Promise.all([import("./search-engine.js"), load(path)]);
  const engine = new Engine(data, false);
  await engine.indexInPieces();
  return (text, wish) => engine.search(text, wish);
}

function inWorker(path) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(address("assets/javascripts/search-worker.js"), { type: "module" });
    const waiting = new Map();
    let last = 0;
    const ask = (text, wish) =>
      new Promise((answer) => {
        last += 1;
        waiting.set(last, answer);
        worker.postMessage({ id: last, text, wish });
      });
    worker.onmessage = ({ data }) => {
      if (data.ready) return resolve(ask);
      if (data.failed) return reject(new Error(data.failed));
      waiting.get(data.id)(data.found);
      return waiting.delete(data.id);
    };
    worker.onerror = () => reject(new Error("The search cannot start a worker"));
    path.then((known) => worker.postMessage({ load: address(known).href }), reject);
  });
}

/** Starts the search; gives `search(text, wish)`, which promises what `Engine.search` gives. */
export async function connect() {
  const path = documents();
  if (fromFile()) return inPage(await path);
  return inWorker(path).catch(async () => inPage(await path));
}
