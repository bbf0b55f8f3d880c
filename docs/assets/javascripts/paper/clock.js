// A clock that lives in what is kept, not in a running page, so that a reload, a closed lid or another tab do not stop it:
//
//     {spent: 60000, since: 1764000000000}    it ran a minute before, and runs since then
//     {spent: 90000, since: null}             it stands
export const STANDING = { spent: 0, since: null };

/** Milliseconds that a clock has run. */
export const elapsed = ({ spent, since }, now) => spent + (since === null ? 0 : Math.max(0, now - since));

/** The clock running, or standing, from now on. */
export const run = (clock, now) => (clock.since === null ? { ...clock, since: now } : clock);
export const pause = (clock, now) => ({ spent: elapsed(clock, now), since: null });

/** "44:05", or "-0:12" where the time is over. */
export function shown(milliseconds) {
  const seconds = Math.abs(Math.ceil(milliseconds / 1000));
  const sign = milliseconds <= -1000 ? "-" : "";
  return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
