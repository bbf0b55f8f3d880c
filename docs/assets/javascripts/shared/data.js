// Finds what pages of this site know, wherever the site is opened: over the network by fetching, and from the file system,
// where browsers forbid fetching, by a script beside the data that puts the same value into `window.__data`:
//
//     load("assets/questions.json")  ->  {topics: [{slug, name, hue}, …], questions: [[901, "Serverless image resizing", 0], …]}
//     question(901)                  ->  {number, url, title, body, answer, figure, beside}: elements that belong to the caller
//
// The script beside assets/questions.json is assets/questions.json.js:  (window.__data ??= {})["assets/questions.json"] = …
const pages = new Map();

/** The address of something on this site, such as "questions/901/". */
export function address(path) {
  return new URL(path, new URL(`${document.documentElement.dataset.base || "."}/`, location.href));
}

/** What the names of all begin with that a browser keeps for this site: two sites of one host do not mix. */
export const space = () => `study:${isFromFiles() ? "" : address("./").pathname.replace(/\/+/g, "/")}:`;

/** Whether the site is opened from the file system, where nothing can be fetched and folders show their listing. */
export const isFromFiles = () => location.protocol === "file:";

/** The address of a folder's page, and what is asked of it: ("print", {q: "901,905"}); what is empty is left out. */
export function folderAddress(name, query = {}) {
  const url = address(`${name}/${isFromFiles() ? "index.html" : ""}`);
  for (const [key, value] of Object.entries(query)) if (value) url.searchParams.set(key, value);
  return url.href.replaceAll("%2C", ",");
}

/** The address of a question's page. */
export const pageOf = (number) => folderAddress(`questions/${number}`);

/** The number of the question that an address leads to, or 0. */
export function numberIn(url) {
  const start = address("questions/").pathname;
  const { pathname, origin } = new URL(url, location.href);
  const rest = origin === location.origin && pathname.startsWith(start) ? pathname.slice(start.length) : "";
  return Number(/^(\d+)\/(?:index\.html)?$/.exec(rest)?.[1] ?? 0);
}

/** The value of a JSON file of this site, as it is now: these names stay the same in each edition. */
export async function load(path) {
  if (isFromFiles()) return loadByScript(path);
  const response = await fetch(address(path), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

function loadByScript(path) {
  if (path in (window.__data ?? {})) return window.__data[path];
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address(`${path}.js`);
    script.onload = () => resolve(window.__data[path]);
    script.onerror = () => reject(new Error(`${path}.js cannot be read`));
    document.head.append(script);
  });
}

/** The parts of a question's page; each call gives copies of its own. */
export async function question(number) {
  if (!pages.has(number)) pages.set(number, readPage(number));
  try {
    const { title, url, ...parts } = await pages.get(number);
    const [body, answer, figure, beside] = [parts.body, parts.answer, parts.figure, parts.beside].map((part) => part?.cloneNode(true) ?? null);
    return { number, title, url, body, answer, figure, beside };
  } catch (error) {
    pages.delete(number); // the next try may have a network
    throw error;
  }
}

async function readPage(number) {
  const url = pageOf(number);
  const html = isFromFiles() ? await load(`questions/${number}/index.html`) : await fetchText(url);
  const page = new DOMParser().parseFromString(html, "text/html");
  const [body, answer, figure, beside] = ["#body", "#answer", "#diagram", ".beside"].map((place) => adopt(page.querySelector(place), url));
  return { title: page.querySelector("h1")?.textContent.trim() ?? `Q${number}`, url, body, answer, figure, beside };
}

async function fetchText(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

// A part is shown on another page than its own: addresses become absolute, and ids must not repeat the host's.
function adopt(part, url) {
  if (!part) return null;
  for (const name of ["href", "src"]) {
    for (const each of [part, ...part.querySelectorAll(`[${name}]`)]) {
      const value = each.getAttribute(name);
      if (value && !value.startsWith("#")) each.setAttribute(name, new URL(value, url).href);
    }
  }
  for (const fold of part.querySelectorAll("details.answers")) fold.open = true; // whoever shows an answer here asked for it
  part.removeAttribute("id");
  for (const each of part.querySelectorAll(".walk [id], .links[id], h1[id], h2[id], h3[id], h4[id]")) each.removeAttribute("id");
  for (const each of part.querySelectorAll(".links, .parts")) each.removeAttribute("aria-labelledby");
  return document.importNode(part, true);
}
