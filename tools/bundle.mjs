// Makes of modules the files that readers load where they wait for them, all into docs/assets/bundles; tools/bundles.json
// says of which module each is made, with all that it imports:
//
//     "search-worker": "search/worker.js"   ->   search-worker.js
//
// `npm run bundle` after a change of such a module. Each file begins with a hash of what it was made from, by which the
// tests notice a forgotten run.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { build } from "esbuild";

const MODULES = "docs/assets/javascripts";
const BUNDLES = "docs/assets/bundles";
// Used by other parts of the site as well, or loaded only where they are needed.
const APART = /\/(bundles|diagram|shared)\/|\/vendor\/signature_pad|\/search\/(in-page|page)\.js$/;

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

/** The script with one import of each module that stays apart, whoever of its own modules asked for it. */
function importedOnce(script) {
  const names = new Map();
  const rest = script.replace(/import\{([^}]*)\}from"(\.[^"]*)";/g, (_, some, from) => (names.set(from, [...(names.get(from) ?? []), some]), ""));
  return [...names].map(([from, some]) => `import{${some}}from"${from}";`).join("") + rest;
}

async function make(name, entry) {
  const options = { entryPoints: [`${MODULES}/${entry}`], bundle: true, minify: true, mangleProps: /^_/, format: "esm", charset: "utf8", legalComments: "none", plugins: [apart] };
  const { metafile, outputFiles } = await build({ ...options, metafile: true, write: false });
  const hash = createHash("sha256");
  for (const source of Object.keys(metafile.inputs).sort()) hash.update(readFileSync(source));
  writeFileSync(`${BUNDLES}/${name}.js`, `/* ${hash.digest("hex").slice(0, 16)} MIT, see ../vendor/ */\n${importedOnce(outputFiles[0].text)}`);
}

rmSync(BUNDLES, { recursive: true, force: true });
mkdirSync(BUNDLES);
for (const [name, entry] of Object.entries(JSON.parse(readFileSync("tools/bundles.json", "utf8")))) await make(name, entry);
