// The four buttons that say how well an answer was known.
import { element } from "../shared/dom.js";
import { outcomes } from "../progress/schedule.js";

/** The four grades, each with when the card would come back. */
export function grades(card, retention, onGrade) {
  const buttons = outcomes(card, { retention }).map(({ name, wait }, index) => {
    const made = element("button", { type: "button", class: `grade grade--${name.toLowerCase()}`, title: `Again in ${wait} (key ${index + 1})` });
    made.append(element("b", {}, name), " ", element("small", {}, wait));
    made.addEventListener("click", () => onGrade(index + 1));
    return made;
  });
  return element("div", { class: "grades", role: "group", "aria-label": "How well did you know it?" }, ...buttons);
}
