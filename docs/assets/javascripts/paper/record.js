// What is kept of a paper, under the questions it asks: {questions, seed, minutes, at, clock, spent, notes, sketches, grades,
// finished, asked: {notes, grades}}.
import { get, put } from "../shared/store.js";
import { STANDING } from "./clock.js";

/** The record of a paper, as it is kept or new. */
export class Record {
  constructor(numbers, { seed, minutes }) {
    this.key = `paper/${numbers.join("-")}`;
    const empty = { seed, minutes, clock: STANDING, spent: {}, notes: {}, sketches: {}, grades: {}, finished: false, asked: { notes: {}, grades: {} } };
    this.value = { ...empty, ...get(this.key), questions: numbers };
  }

  /** Changes some fields; what another tab changed meanwhile stays. */
  set(fields) {
    this.value = { ...this.value, ...get(this.key), ...fields, at: Date.now() };
    put(this.key, this.value);
  }

  /** Changes what is kept of one question in a field; null forgets it. */
  setOne(field, number, value) {
    const { [number]: _, ...others } = get(this.key)?.[field] ?? this.value[field];
    this.set({ [field]: value === null ? others : { ...others, [number]: value } });
  }
}
