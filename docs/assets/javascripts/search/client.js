// The page's end of the search: finds the documents, starts the worker, and asks it.
//
//     const search = await connect();   await search("cold start", {most: 8})
//
// From the file system a page may neither fetch nor start workers; there the search runs in the page (in-page.js).
import { address, isFromFiles, load } from "../shared/data.js";

const POINTER = "assets/search/index.json";

/** The paths of the documents. The small file that names them is always called the same, so the server is asked anew. */
async function paths() {
  return isFromFiles() ? load(POINTER) : (await fetch(address(POINTER), { cache: "no-cache" })).json();
}

function inWorker(named, onComplete) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(address("assets/bundles/search-worker.js"), { type: "module" });
    const waiting = new Map();
    let last = 0;
    const ask = (text, wish) =>
      new Promise((answer, fail) => {
        last += 1;
        waiting.set(last, { answer, fail });
        worker.postMessage({ id: last, text, wish });
      });
    worker.onmessage = ({ data }) => {
      if (data.ready) resolve(ask);
      else if (data.complete) onComplete();
      else if (data.failed) (waiting.get(data.id)?.fail ?? reject)(new Error(data.failed));
      else waiting.get(data.id).answer(data.found);
      waiting.delete(data.id);
    };
    worker.onerror = () => reject(new Error("The search cannot start a worker"));
    const absolute = (each) => Object.fromEntries(Object.entries(each).map(([name, path]) => [name, address(path).href]));
    named.then((each) => worker.postMessage(absolute(each)), reject);
  });
}

/**
 * Starts the search; gives `search(text, wish)`, which promises what `Engine.search` gives. Calls `onComplete` when the
 * words of the diagrams have come too, and the same query may find more.
 */
export async function connect(onComplete) {
  const named = paths();
  const inPage = async () => (await import("./in-page.js")).start(await named, onComplete);
  return isFromFiles() ? inPage() : inWorker(named, onComplete).catch(inPage);
}
