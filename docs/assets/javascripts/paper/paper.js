// A paper against the clock, drawn from a seed or asked for by number:
//
//     /paper/?seed=k3f9&n=6&minutes=45&topic=serverless      drawn; then the address names the questions, too
//     /paper/?q=901,905&minutes=20                           these
//     …&view=interviewer                                     the same paper for the one who asks
import { folderAddress, load } from "../shared/data.js";
import { action, element } from "../shared/dom.js";
import { keepInAddress } from "../shared/here.js";
import { state } from "../shared/store.js";
import { say, sayCount } from "../shared/words.js";
import { topicBoxes } from "../practice/choice.js";
import { warning } from "../practice/warning.js";
import { query, wanted } from "./address.js";
import { draw, newSeed } from "./draw.js";
import { Interviewer } from "./interviewer.js";
import { Record } from "./record.js";
import { Sheet } from "./sheet.js";

/** Makes the whole of /paper/. */
export async function start(page) {
  const root = page.querySelector("#paper");
  try {
    const known = await load("assets/questions.json");
    const asked = wanted(location.search);
    if (asked.seed || asked.numbers.length) show(root, asked, known);
    else choose(root, asked, known);
  } catch {
    root.querySelector("[data-unavailable]")?.removeAttribute("hidden");
  }
}

function show(root, asked, { topics, questions }) {
  const titles = new Map(questions.map(([number, title]) => [number, title]));
  const pool = questions.map(([number, , topic]) => ({ number, topic: topics[topic].slug })).filter(({ topic }) => !asked.topics.length || asked.topics.includes(topic));
  const drawn = asked.numbers.length ? asked.numbers : draw(asked.seed, pool, asked.count);
  const numbers = drawn.filter((number) => titles.has(number));
  const gone = drawn.filter((number) => !titles.has(number));
  if (!numbers.length) return choose(root, asked, { topics, questions });
  if (!asked.numbers.length) keepInAddress(query(asked, drawn));
  const record = new Record(numbers, asked);
  const isAsking = asked.view === "interviewer";
  const view = isAsking ? new Interviewer(record, titles) : new Sheet(record, titles, (weak) => folderAddress("practice", { q: weak.join(",") }));
  const other = query({ ...asked, view: isAsking ? "candidate" : "interviewer" }, drawn);
  root.dataset.view = asked.view;
  root.replaceChildren(
    head(numbers, asked, isAsking), warning(state()),
    gone.length ? element("p", { class: "note" }, say("Not in this bank any more: {questions}.", { questions: gone.map((number) => `Q${number}`).join(", ") })) : "",
    element("p", { class: "paper-ways", "data-no-print": true }, ...ways(root, isAsking, other)), ...view.parts,
  );
  return null;
}

function head(numbers, { seed, minutes }, isAsking) {
  const facts = [
    sayCount(numbers.length, "{count} question", "{count} questions"), minutes ? sayCount(minutes, "{count} minute", "{count} minutes") : "",
    seed ? say("paper {seed}", { seed }) : "",
  ].filter(Boolean).join(" · ");
  return element("header", {}, element("h1", {}, isAsking ? say("Interviewer's view") : say("A paper")), element("p", { class: "lead" }, facts));
}

function ways(root, isAsking, other) {
  const print = (sheet) => () => {
    root.dataset.sheet = sheet;
    window.print();
  };
  const prints = isAsking ? [action(say("Print|verb"), print("answers"), "link")] : [action(say("Print the questions"), print("questions"), "link"), action(say("Print with answers"), print("answers"), "link")];
  const share = element("a", { href: other }, isAsking ? say("Candidate's view") : say("Interviewer's view"));
  return [...prints, share, element("a", { href: folderAddress("paper") }, say("Another paper"))];
}

/** The form that draws a paper. */
function choose(root, asked, { topics }) {
  const number = (name, label, value, max) => element("label", {}, label, " ", element("input", { name, type: "number", min: name === "n" ? "1" : "0", max, value }));
  const boxes = topicBoxes(topics, new Set(asked.topics), say("all, unless you choose some"));
  const form = element(
    "form", { class: "paper-form" },
    boxes,
    element("div", { class: "settings" }, number("n", say("Questions"), "6", "100"), number("minutes", say("Minutes (0: no clock)"), "45", "999")),
    element("div", { class: "practice-go" }, element("button", { class: "action action--primary" }, say("Draw a paper"))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const topic = [...boxes.querySelectorAll(":checked")].map(({ value }) => value).join(",");
    location.assign(folderAddress("paper", { seed: newSeed(), n: form.elements.n.value || "6", minutes: form.elements.minutes.value || "0", topic }));
  });
  root.replaceChildren(root.querySelector("header"), form);
}
