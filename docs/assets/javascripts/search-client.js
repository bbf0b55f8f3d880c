// The page's end of the search: finds the documents, starts the worker, and asks it.
//
//     const search = await connect();   await search("cold start", {most: 8})
//
// From the file system a page may neither fetch nor start workers; there the engine runs in the page and indexes a few
// questions at a time.
import { address, load } from "./data.js";

const POINTER = "assets/search/index.json";

const fromFile = () => location.protocol === "file:";

/** The paths of the documents. The small file that names them is always called the same, so the server is asked anew. */
async function paths() {
  return fromFile() ? load(POINTER) : (await fetch(address(POINTER), { cache: "no-cache" })).json();
}

async function inPage({ documents, diagrams }, onComplete) {
  const [{ Engine }, data] = await Promise.all([import("./search-engine.js"), load(documents)]);
  const engine = new Engine(data, false);
  await engine.indexInPieces();
  load(diagrams).then((texts) => engine.addDiagrams(texts)).then(onComplete);
  return (text, wish) => engine.search(text, wish);
}

function inWorker(named, onComplete) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(address("assets/javascripts/search-worker.min.js"), { type: "module" });
    const waiting = new Map();
    let last = 0;
    const ask = (text, wish) =>
      new Promise((answer) => {
        last += 1;
        waiting.set(last, answer);
        worker.postMessage({ id: last, text, wish });
      });
    worker.onmessage = ({ data }) => {
      if (data.ready) resolve(ask);
      else if (data.complete) onComplete();
      else if (data.failed) reject(new Error(data.failed));
      else {
        waiting.get(data.id)(data.found);
        waiting.delete(data.id);
      }
    };
    worker.onerror = () => reject(new Error("The search cannot start a worker"));
    const absolute = ({ documents, diagrams }) => ({ documents: address(documents).href, diagrams: address(diagrams).href });
    named.then((each) => worker.postMessage(absolute(each)), reject);
  });
}

/**
 * Starts the search; gives `search(text, wish)`, which promises what `Engine.search` gives. Calls `onComplete` when the
 * words of the diagrams have come too, and the same query may find more.
 */
export async function connect(onComplete) {
  const named = paths();
  if (fromFile()) return inPage(await named, onComplete);
  return inWorker(named, onComplete).catch(async () => inPage(await named, onComplete));
}
