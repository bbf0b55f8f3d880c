// Two devices' progress into one: nothing is lost. Of a card the newer state stays, with all its grades; notes that differ
// stand one under the other; bookmarks and collections are put together; a setting of this device stays.
import { isCard } from "./cards.js";

export const FORMAT = "study-progress";
export const VERSION = 2;

/** The parts of the file of progress, each with how two of its entries become one, and which entries are taken in. */
const PARTS = {
  cards: { merge: newerCard, isWhole: isCard },
  notes: { merge: bothNotes, isWhole: (note) => typeof note?.text === "string" && Number.isFinite(note.at) },
  bookmarks: { merge: (one, other) => Math.min(one, other), isWhole: Number.isFinite },
  collections: { merge: bothLists, isWhole: (each) => Array.isArray(each?.questions) && each.questions.every(Number.isInteger) },
  settings: { merge: (here) => here, isWhole: (value) => value === null || Number.isFinite(value) },
  papers: { merge: (here, there) => ((there.at ?? 0) > (here.at ?? 0) ? there : here), isWhole: (each) => Array.isArray(each?.questions) },
};

export const NAMES = Object.keys(PARTS);

function newerCard(here, there) {
  const newer = there.last_review > here.last_review ? there : here;
  const log = new Map([...(here.log ?? []), ...(there.log ?? [])].map((each) => [each.join(), each]));
  const sorted = [...log.values()].sort(([one], [other]) => one - other).slice(-50);
  return sorted.length ? { ...newer, log: sorted } : newer;
}

function bothNotes(here, there) {
  const [older, newer] = here.at <= there.at ? [here, there] : [there, here];
  if (newer.text.includes(older.text.trim())) return newer;
  if (older.text.includes(newer.text.trim())) return { ...older, at: newer.at };
  return { text: `${older.text.trimEnd()}\n\n${newer.text}`, at: newer.at };
}

function bothLists(here, there) {
  return { ...here, questions: [...new Set([...here.questions, ...there.questions])] };
}

/** The text of a file as its parts; throws where it is none of ours. */
export function parse(text) {
  const file = JSON.parse(text);
  if (file?.format !== FORMAT || !(file.version <= VERSION)) throw new Error("not a file of progress");
  return Object.fromEntries(NAMES.map((name) => [name, whole(file[name] ?? {}, PARTS[name].isWhole)]));
}

const whole = (part, isWhole) => Object.fromEntries(Object.entries(part).filter(([, entry]) => isWhole(entry)));

/** Both together: {merged, changes}, the changes as counts of what is added and what is replaced in each part. */
export function merge(here, there) {
  const merged = {};
  const changes = {};
  for (const name of NAMES) {
    merged[name] = { ...here[name] };
    changes[name] = { added: 0, changed: 0 };
    for (const [id, entry] of Object.entries(there[name])) {
      const known = merged[name][id];
      merged[name][id] = known === undefined ? entry : PARTS[name].merge(known, entry);
      if (known === undefined) changes[name].added += 1;
      else if (JSON.stringify(merged[name][id]) !== JSON.stringify(known)) changes[name].changed += 1;
    }
  }
  return { merged, changes };
}
