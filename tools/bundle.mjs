// Makes of modules the files that readers load where they wait for them, all into docs/assets/bundles:
//
//     search/search.js, client.js, field.js, view.js   ->  search.js
//     search/worker.js, engine.js, MiniSearch, …       ->  search-worker.js
//     search/shards.js, ranking.js, …                  ->  search-shards.js    for large banks only
//
// `npm run bundle` after a change of such a module. Each file begins with a hash of what it was made from, by which the
// tests notice a forgotten run.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { build } from "esbuild";

const MODULES = "docs/assets/javascripts";
const BUNDLES = "docs/assets/bundles";
const ENTRIES = { search: "search/search.js", "search-worker": "search/worker.js", "search-shards": "search/shards.js" };
// Used by other parts of the site as well, or loaded only where they are needed.
const APART = /\/bundles\/|\/shared\/|\/search\/(in-page|page)\.js$/;

const apart = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
      const target = resolve(resolveDir, path);
      if (!APART.test(target)) return null;
      const address = relative(BUNDLES, target);
      return { path: address.startsWith(".") ? address : `./${address}`, external: true };
    });
  },
};

for (const [name, entry] of Object.entries(ENTRIES)) {
  const entryPoints = [`${MODULES}/${entry}`];
  const options = { bundle: true, minify: true, mangleProps: /^_/, format: "esm", legalComments: "none", metafile: true, write: false };
  const { metafile, outputFiles } = await build({ ...options, entryPoints, plugins: [apart] });
  const hash = createHash("sha256");
  for (const source of Object.keys(metafile.inputs).sort()) hash.update(readFileSync(source));
  const banner = `/* ${hash.digest("hex").slice(0, 16)} MIT, see ../vendor/ */`;
  writeFileSync(`${BUNDLES}/${name}.js`, `${banner}\n${outputFiles[0].text}`);
}
