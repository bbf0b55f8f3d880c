// Lighthouse, as on a phone, over one page of each kind of a built site; the median of three runs of each.
//
//     node tools/checks/lighthouse.mjs site [--least 100] [components/sqs/ map/ …]
//
// Of one page of each kind, or of those named. Prints a line a page, and ends with 1 where a median is less than what is asked for.
import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const RUNS = 3;
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-component-update"];
const KINDS = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
  ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json" };
const [site, , least = "0", ...named] = process.argv.slice(2);

const first = (folder) => (existsSync(join(site, folder)) ? `${folder}/${readdirSync(join(site, folder)).sort()[0]}/` : "");
const kinds = ["", first("questions"), "topics/", first("topics"), "components/", first("components"), "map/", "practice/",
  "print/", "search/", "downloads/"].filter((page, place) => place === 0 || (page && existsSync(join(site, page, "index.html"))));
const pages = named.length ? named : kinds;

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://site").pathname));
  const file = join(site, path, path.endsWith("/") ? "index.html" : "");
  if (!existsSync(file) || statSync(file).isDirectory()) return response.writeHead(404).end();
  const kind = KINDS[extname(file)] ?? "application/octet-stream";
  const packed = /text|json|svg|javascript/.test(kind);
  response.writeHead(200, { "Content-Type": kind, "Cache-Control": "max-age=600", ...(packed && { "Content-Encoding": "gzip" }) });
  const data = createReadStream(file);
  (packed ? data.pipe(createGzip()) : data).pipe(response);
}).listen(0, "127.0.0.1");

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
const chrome = await launch({ chromeFlags: FLAGS, chromePath: process.env.CHROME_PATH ?? "/usr/bin/chromium" });
let lowest = 100;
for (const page of pages) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    const address = `http://127.0.0.1:${server.address().port}/${page}`;
    runs.push((await lighthouse(address, { port: chrome.port, logLevel: "error" })).lhr);
  }
  const scores = Object.keys(runs[0].categories).map((name) => {
    const score = Math.round(100 * median(runs.map(({ categories }) => categories[name].score)));
    lowest = Math.min(lowest, score);
    return `${name} ${score}`;
  });
  const shift = median(runs.map(({ audits }) => audits["cumulative-layout-shift"].numericValue));
  console.log(`/${page.padEnd(40)} ${scores.join(", ")}, layout shift ${shift.toFixed(3)}`);
}
await chrome.kill();
server.close();
process.exit(lowest < Number(least) ? 1 : 0);
