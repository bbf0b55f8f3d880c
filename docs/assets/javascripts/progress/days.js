// Days as readers count them: what comes on each, how much new a day asks for, spans of time in words.
import { say, sayCount } from "../shared/words.js";
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const UNITS = [
  [365 * DAY, "{count} year", "{count} years"],
  [30 * DAY, "{count} month", "{count} months"],
  [DAY, "{count} day", "{count} days"],
  [60 * MINUTE, "{count} hour", "{count} hours"],
];

/** How many new cards today, of `fresh` that are left: what the reader wants, or what the days until the interview ask for. */
export function freshToday(fresh, { perDay, interview }, begunToday, now = Date.now()) {
  const days = interview ? Math.max(1, Math.ceil((interview - now) / DAY)) : 0;
  const wanted = perDay ?? (days ? Math.ceil((fresh + begunToday) / days) : Infinity);
  return Math.max(0, Math.min(fresh, wanted - begunToday));
}

/** The day of a time where the reader is, as in "2026-11-29". */
export const dayOf = (time) => new Date(time).toLocaleDateString("sv");

/** How many cards were new until the day of a time, and are not since. */
export const begunOn = (cards, time) => [...cards.values()].filter(({ log }) => log?.length && dayOf(log[0][0]) === dayOf(time)).length;

/** The days on which something was graded, each with how often: Map("2026-11-29" -> 12). */
export function practised(cards) {
  const days = new Map();
  for (const { log = [] } of cards.values()) for (const [time] of log) days.set(dayOf(time), (days.get(dayOf(time)) ?? 0) + 1);
  return days;
}

/** How many cards come on each of the next days, today first; what is overdue comes today. */
export function forecast(cards, days, now = Date.now()) {
  const counts = Array(days).fill(0);
  const start = new Date(now).setHours(0, 0, 0, 0);
  for (const { due } of cards.values()) {
    const day = Math.max(0, Math.round((new Date(due).setHours(0, 0, 0, 0) - start) / DAY));
    if (day < days) counts[day] += 1;
  }
  return counts;
}

/** A span of time as one would say it: "10 min", "3 days", "2 months". */
export function inWords(milliseconds) {
  for (const [size, one, many] of UNITS) if (milliseconds >= size * 0.95) return sayCount(Math.round(milliseconds / size), one, many);
  return say("{count} min", { count: Math.max(1, Math.round(milliseconds / MINUTE)) });
}
