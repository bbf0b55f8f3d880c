// What readers are told, before they begin, where the browser keeps nothing.
import { element } from "../shared/dom.js";
import { say } from "../shared/words.js";

const STORAGE = {
  blocked: say("This browser keeps nothing for this site: grades are lost with the page. Allow it to store data, or leave its private mode, before you begin."),
  full: say("This browser's storage is full: grades are lost with the page. Save your progress as a file, and free some room, before you begin."),
};

/** A note for a state of the store; an empty string where all is kept. */
export const warning = (storage) => (STORAGE[storage] ? element("p", { class: "note", role: "alert" }, STORAGE[storage]) : "");
