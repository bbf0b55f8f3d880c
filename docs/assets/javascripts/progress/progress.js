// All that a reader has made, as one file, the same on every device:
//
//     {"$schema": "…/api/progress.schema.json", "format": "study-progress", "version": 2, "cards": {"901": {…}},
//      "notes": {"901": {"text", "at"}}, "bookmarks": {"901": at}, "collections": {"mine": {"questions": [901]}}, …}
import { address, isFromFiles } from "../shared/data.js";
import { all, get, put } from "../shared/store.js";
import { cards } from "./cards.js";
import { FORMAT, merge, NAMES, parse, VERSION } from "./merging.js";

// The kind of key under which each part is kept, but for the settings, which are one.
const KINDS = { notes: "note", bookmarks: "bookmark", collections: "collection", papers: "paper" };

/** Everything on this device, by part. */
function here() {
  const parts = Object.entries(KINDS).map(([name, kind]) => [name, Object.fromEntries(sorted(all(kind)))]);
  return { cards: Object.fromEntries(sorted(cards())), settings: get("settings") ?? {}, ...Object.fromEntries(parts) };
}

const sorted = (map) => [...map].sort(([one], [other]) => String(one).localeCompare(String(other), "en", { numeric: true }));

/** The text of the file. */
export function toFile() {
  const known = here();
  const parts = Object.fromEntries(NAMES.map((name) => [name, known[name]]));
  const path = "api/progress.schema.json";
  const $schema = isFromFiles() ? path : address(path).href; // no reader's folders in a file
  return `${JSON.stringify({ $schema, format: FORMAT, version: VERSION, ...parts }, null, 1)}\n`;
}

/** What a file would change: {counts, apply}; throws where it is none of ours. */
export function fromFile(text) {
  const { merged, changes } = merge(here(), parse(text));
  return { changes, apply: () => write(merged) };
}

function write({ cards: learned, settings, ...parts }) {
  for (const [number, card] of Object.entries(learned)) put(`card/${number}`, card);
  put("settings", settings);
  for (const [name, kind] of Object.entries(KINDS)) for (const [id, entry] of Object.entries(parts[name])) put(`${kind}/${id}`, entry);
}

/** Forgets everything. */
export function forget() {
  for (const kind of ["card", "sitting", ...Object.values(KINDS)]) for (const id of all(kind).keys()) put(`${kind}/${id}`, null);
  put("settings", null);
}
