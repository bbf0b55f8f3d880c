// Keeps what the reader has learned, on this device only, under the numbers of the questions, so that a question with a
// new title keeps its progress. As a file it looks the same:
//
//     {"format": "study-progress", "version": 1, "cards": {"901": {"due": 1764000000000, "stability": 2.3, …}}}
const KEY = "practice.progress";
const FORMAT = "study-progress";
const VERSION = 1;
const NUMBERS = ["due", "stability", "difficulty", "scheduled_days", "learning_steps", "reps", "lapses", "state", "last_review"];

let memory = null; // where the browser lets nothing be stored, progress lasts as long as the page

/** All cards seen so far, by number. */
export function readAll() {
  if (memory) return new Map(memory);
  try {
    return parse(localStorage.getItem(KEY) ?? '{"cards":{}}', { strict: false });
  } catch {
    return new Map();
  }
}

/** Puts cards over those there are, and returns all. */
export function write(cards) {
  const all = new Map([...readAll(), ...cards]);
  store(all);
  return all;
}

/** Forgets everything. */
export function forget() {
  store(new Map());
}

/** Whether what is written now will still be there tomorrow. */
export const isLasting = () => memory === null;

/** The text of a file with all progress. */
export function toFile() {
  return serialize(readAll());
}

/** Takes in a file; of two states of a card the later reviewed stays. Returns how many cards it brought; throws on other files. */
export function fromFile(text) {
  const incoming = parse(text, { strict: true });
  const known = readAll();
  const newer = [...incoming].filter(([number, card]) => card.last_review >= (known.get(number)?.last_review ?? 0));
  write(newer);
  return newer.length;
}

function store(cards) {
  try {
    localStorage.setItem(KEY, serialize(cards));
    memory = null;
  } catch {
    memory = cards;
  }
}

function serialize(cards) {
  const sorted = [...cards].sort(([a], [b]) => a - b);
  return JSON.stringify({ format: FORMAT, version: VERSION, cards: Object.fromEntries(sorted) });
}

function parse(text, { strict }) {
  const { format, version, cards } = JSON.parse(text);
  if (strict && (format !== FORMAT || version !== VERSION)) throw new Error("not a file of progress");
  const whole = Object.entries(cards).filter(([number, card]) => Number.isInteger(Number(number)) && isWhole(card));
  return new Map(whole.map(([number, card]) => [Number(number), card]));
}

const isWhole = (card) => NUMBERS.every((name) => Number.isFinite(card?.[name]));
