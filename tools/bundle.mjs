// Makes of the search's modules the files that readers load, so that its first result costs them little:
//
//     search.js, search-client.js, …                     ->  search.min.js
//     search-worker.js, search-engine.js, MiniSearch …   ->  search-worker.min.js
//     search-shards.js, search-ranking.js, …             ->  search-shards.min.js    for large banks only
//
// `npm run bundle` after every change of docs/assets/javascripts/search*.js. Each file begins with a hash of what it was
// made from, by which the tests notice a forgotten run.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { buildSync } from "esbuild";

const FOLDER = "docs/assets/javascripts";
const SHORT = { bundle: true, minify: true, mangleProps: /^_/, format: "esm", legalComments: "none" };
// Shared with other parts of the site, or loaded only where they are needed.
const APART = ["./data.js", "./dom.js", "./search-in-page.js", "./search-page.js"];

for (const name of ["search", "search-worker", "search-shards"]) {
  const external = name === "search-worker" ? ["./search-shards.min.js"] : APART;
  const options = { ...SHORT, entryPoints: [`${FOLDER}/${name}.js`], external };
  const { metafile } = buildSync({ ...options, metafile: true, write: false });
  const hash = createHash("sha256");
  const sources = Object.keys(metafile.inputs).sort();
  for (const source of sources) hash.update(readFileSync(source));
  const banner = `/* ${hash.digest("hex").slice(0, 16)} MIT, see ../vendor/ */`;
  buildSync({ ...options, outfile: `${FOLDER}/${name}.min.js`, banner: { js: banner } });
}
