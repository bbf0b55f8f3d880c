// The four buttons that say how well an answer was known.
import { element } from "../shared/dom.js";
import { say } from "../shared/words.js";
import { GRADES, outcomes } from "../progress/schedule.js";

const KINDS = ["again", "hard", "good", "easy"]; // as style sheets know them

/** The four grades, each with when the card would come back. */
export function grades(card, retention, onGrade) {
  const buttons = outcomes(card, { retention }).map(({ wait }, index) => {
    const made = element("button", { type: "button", class: `grade grade--${KINDS[index]}`, title: say("Again in {wait} (key {key})", { wait, key: index + 1 }) });
    made.append(element("b", {}, GRADES[index]), " ", element("small", {}, wait));
    made.addEventListener("click", () => onGrade(index + 1));
    return made;
  });
  return element("div", { class: "grades", role: "group", "aria-label": say("How well did you know it?") }, ...buttons);
}
