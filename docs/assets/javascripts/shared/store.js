// What the reader makes stays on this device, each thing under a key of its own, so that two tabs never write over each
// other's:
//
//     put("card/901", {due: 1764000000000, …});   all("card")  ->  Map {"901" => {due: …}}
//
// Where the browser keeps nothing, things last as long as the page, and `state` says so.
import { space } from "./data.js";

const SPACE = space();
const PROBE = "x".repeat(4000); // about what a sitting writes
const memory = new Map();

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What is kept under a key, or null. */
export function get(key) {
  if (memory.has(key)) return memory.get(key);
  try {
    return parsed(localStorage.getItem(SPACE + key));
  } catch {
    return null;
  }
}

/** Keeps a value; null forgets it. */
export function put(key, value) {
  memory.delete(key);
  try {
    if (value === null) localStorage.removeItem(SPACE + key);
    else localStorage.setItem(SPACE + key, JSON.stringify(value));
  } catch {
    memory.set(key, value);
  }
}

/** All things of a kind: Map(id -> value). */
export function all(kind) {
  const found = new Map();
  const take = (key, value) => key.startsWith(`${kind}/`) && value !== null && found.set(key.slice(kind.length + 1), value);
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(SPACE)) take(key.slice(SPACE.length), parsed(localStorage.getItem(key)));
  } catch {
    // only what this page remembers
  }
  for (const [key, value] of memory) value === null ? found.delete(key.slice(kind.length + 1)) : take(key, value);
  return found;
}

/** Whether what is kept now will be there tomorrow: "lasting", "full" or "blocked". */
export function state() {
  try {
    localStorage.setItem(`${SPACE}probe`, PROBE);
    localStorage.removeItem(`${SPACE}probe`);
    return memory.size ? "full" : "lasting";
  } catch (error) {
    return error.name === "QuotaExceededError" ? "full" : "blocked";
  }
}

/** Calls `listener(key)` when another tab keeps or forgets something; until `signal` ends it. */
export function watch(listener, signal) {
  const hear = ({ key }) => key?.startsWith(SPACE) && listener(key.slice(SPACE.length));
  addEventListener("storage", hear, { signal });
}
