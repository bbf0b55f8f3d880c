// /print/?q=901,905-910&mode=pages: gathers questions from their pages onto one, ready for paper. Without `q` it takes the
// topic that is asked for, or what was ticked in lists.
import { address, load, question } from "../shared/data.js";
import { element } from "../shared/dom.js";
import { say } from "../shared/words.js";
import { selected } from "./chosen.js";

const MODES = { full: say("Everything"), pages: say("One question a page"), questions: say("Questions only"), answers: say("Answers only") };
const AT_ONCE = 6; // pages asked for at the same time

/** Shows the form, and the questions that the address asks for. */
export async function start(root) {
  const place = root.querySelector("#print");
  const asked = new URLSearchParams(location.search);
  const known = await load("assets/questions.json").catch(() => ({ topics: [], questions: [] }));
  const numbers = wanted(asked, known);
  const mode = asked.get("mode") in MODES ? asked.get("mode") : "full";
  const items = element("div", { class: "print-items", "data-mode": mode });
  const status = element("p", { role: "status", class: "print-status", "data-no-print": true });
  place.replaceChildren(form(numbers, mode, items), status, items);
  if (!numbers.length) status.textContent = say("Name some questions above, or tick them in the list of a topic.");
  else await gather(numbers, items, status);
  place.dataset.ready = "true";
}

/** The numbers that the address asks for: `q=901,905-910`, `topic=slug`, or the ticked ones. */
function wanted(asked, known) {
  if (asked.has("q")) return numbersIn(asked.get("q"), known);
  const topic = known.topics.findIndex(({ slug }) => slug === asked.get("topic"));
  return topic < 0 ? selected() : known.questions.filter((each) => each[2] === topic).map(([number]) => number);
}

/** "901, Q905-907" -> [901, 905, 906, 907]; of a range only the questions that there are. */
export function numbersIn(text, known) {
  const found = new Set();
  for (const [, first, last] of text.matchAll(/(\d+)(?:\s*[-–]\s*Q?(\d+))?/g)) {
    if (!last) found.add(Number(first));
    else for (const [number] of known.questions) if (number >= Number(first) && number <= Number(last)) found.add(number);
  }
  return [...found];
}

function form(numbers, mode, items) {
  const field = element("input", { name: "q", value: numbers.join(", "), placeholder: "901, 905-910", inputmode: "text", autocomplete: "off" });
  const modes = Object.entries(MODES).map(([name, label]) => {
    const choice = element("input", { type: "radio", name: "mode", value: name, checked: name === mode });
    choice.addEventListener("change", () => (items.dataset.mode = name));
    return element("label", {}, choice, " ", label);
  });
  const print = element("button", { type: "button", class: "button", disabled: !numbers.length }, say("Print|verb"));
  print.addEventListener("click", () => window.print());
  return element(
    "form",
    { class: "print-form", "data-no-print": true },
    element("label", { class: "print-numbers" }, element("span", {}, say("Questions")), field),
    element("fieldset", {}, element("legend", {}, say("What|printed")), ...modes),
    element("p", {}, print, " ", element("button", {}, say("Show"))),
  );
}

async function gather(numbers, items, status) {
  const places = numbers.map((number) => element("article", { class: "print-item", "data-question": String(number) }));
  const missing = [];
  const queue = numbers.entries();
  let read = 0;
  async function work() {
    for (const [index, number] of queue) {
      try {
        places[index].append(...item(await question(number)));
      } catch {
        missing.push(number);
      }
      read += 1;
      status.textContent = say("{done} of {total} read", { done: read, total: numbers.length });
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  items.append(...places.filter((place) => place.firstChild)); // all at once, so that none moves another
  status.replaceChildren(say("{done} of {total} questions are ready.", { done: numbers.length - missing.length, total: numbers.length }), ...complaint(missing));
}

function item({ number, title, body, answer, figure }) {
  for (const added of answer?.querySelectorAll("[data-added]:not(.solution)") ?? []) added.remove();
  const name = title.replace(new RegExp(`^Q?${number}[:.\\s]*`), "");
  const heading = element("h2", {}, element("b", {}, `Q${number}`), " ", element("span", { dir: "auto" }, name));
  const parts = [body, answer, figure].filter(Boolean);
  answer?.classList.add("print-answer");
  return [heading, ...parts];
}

function complaint(missing) {
  if (!missing.length) return [];
  const links = missing.sort((one, other) => one - other).flatMap((number) => [" ", element("a", { href: address(`questions/${number}/`).href }, `Q${number}`)]);
  return [" ", say("Not found in this bank, or not to be had without a network:"), ...links, "."];
}
