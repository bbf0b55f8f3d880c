// The four buttons that say how well an answer was known.
import { element, plainButton } from "../shared/dom.js";
import { say, sayList } from "../shared/words.js";
import { GRADES, outcomes } from "../progress/schedule.js";

const KINDS = ["again", "hard", "good", "easy"]; // as style sheets know them

/** The four grades, each with when the card would come back. */
export function grades(card, retention, onGrade) {
  const buttons = outcomes(card, { retention }).map(({ wait }, index) => {
    const title = say("Again in {wait} (key {key})", { wait, key: index + 1 });
    const made = plainButton(element("b", {}, GRADES[index]), () => onGrade(index + 1), { class: `grade grade--${KINDS[index]}`, title });
    made.append(" ", element("small", {}, wait));
    return made;
  });
  return element("div", { class: "grades", role: "group", "aria-label": say("How well did you know it?") }, ...buttons);
}

/** "6 good, 1 again": how often each of the names was given, which stand for 1, 2, 3 and 4. */
export function sayGrades(names, given) {
  const counts = names.map((name, index) => [given.filter((each) => each === index + 1).length, name.toLowerCase()]);
  return sayList(counts.filter(([count]) => count).map(([count, name]) => `${count} ${name}`));
}
