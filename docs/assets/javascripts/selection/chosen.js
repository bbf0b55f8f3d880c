// The questions that the reader has ticked, gathered from several lists; kept until they are cleared.
import { get, put } from "../shared/store.js";

/** Their numbers, in their order. */
export function selected() {
  const kept = get("selection");
  return Array.isArray(kept) ? kept.filter(Number.isInteger).sort((one, other) => one - other) : [];
}

/** Keeps a choice. */
export const choose = (numbers) => put("selection", [...numbers].sort((one, other) => one - other));
