// Copies the browser libraries named in package.json from node_modules into docs/assets/vendor, each with its version in
// the name and its licence above the text:
//
//     "vendored": {"ts-fsrs": "dist/index.mjs"}   ->   docs/assets/vendor/ts-fsrs-5.4.2.js
//
// A name that carries the version can be cached for ever and never be mixed up with the one before it.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { transformSync } from "esbuild";

const { dependencies, vendored, minified } = JSON.parse(readFileSync("package.json", "utf8"));

const licence = (folder) => {
  const file = readdirSync(folder).find((name) => /licen[cs]e/i.test(name));
  return file ? readFileSync(`${folder}/${file}`, "utf8").trim() : "";
};

for (const [name, path] of Object.entries(vendored)) {
  const folder = `node_modules/${name}`;
  const text = readFileSync(`${folder}/${path}`, "utf8").replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
  // Some libraries come with all their comments, which would be most of what the reader loads.
  const code = minified.includes(name) ? transformSync(text, { minify: true, format: "esm" }).code : text;
  const target = `docs/assets/vendor/${name.split("/").pop()}-${dependencies[name]}${path.endsWith(".css") ? ".css" : ".js"}`;
  writeFileSync(target, `/*!\n${name} ${dependencies[name]}\n\n${licence(folder)}\n*/\n${code}`);
  console.log(target);
}

// A bundle such as mermaid's holds dozens of libraries that their own notices do not survive: here they all are.
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const notices = Object.entries(packages)
  .filter(([folder, { dev }]) => folder && !dev)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([folder, { version, license }]) => `${folder.split("node_modules/").pop()} ${version}\n\n${licence(folder) || license}`);
writeFileSync("docs/assets/vendor/NOTICES.txt", `${notices.join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
