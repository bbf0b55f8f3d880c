// The search without a worker: for pages opened from the file system, and for browsers that know no module workers. The
// documents come through data.js, which knows how; they are indexed a few at a time, so that the page stays alive.
import { load } from "../shared/data.js";

const CHUNK = 100;

/** As `connect` in client.js, from what assets/search/index.json names. */
export function start(named, onComplete) {
  return named.shards ? inPieces(named.shards) : whole(named, onComplete);
}

async function whole({ documents, diagrams }, onComplete) {
  const [{ Engine }, data] = await Promise.all([import("./engine/engine.js"), load(documents)]);
  const engine = new Engine(data, false);
  await engine.index.addAllAsync([...data.questions.keys()], { chunkSize: CHUNK });
  load(diagrams).then((texts) => engine.addDiagrams(texts)).then(onComplete);
  return (text, wish) => engine.search(text, wish);
}

async function inPieces(folder) {
  const piece = (name) => load(`${folder}/${name}.json`);
  const [{ ShardedEngine }, index] = await Promise.all([import("../../bundles/search-shards.js"), piece("index")]);
  const engine = new ShardedEngine(index, piece);
  return (text, wish) => engine.search(text, wish);
}
