// /print/?q=901,905-910&mode=pages: gathers questions from their pages onto one, ready for paper. Without `q` it takes the
// topic that is asked for, or what was ticked in lists. The address always tells what is shown, so that it opens it again.
import { folderAddress, load, pageOf, question } from "../shared/data.js";
import { element, plainButton } from "../shared/dom.js";
import { keepInAddress } from "../shared/here.js";
import { say, sayCount } from "../shared/words.js";
import { selected } from "./chosen.js";
import { named, written } from "./numbers.js";
import { fitPictures } from "./sheets.js";

const MODES = { full: say("Everything"), pages: say("One question a page"), questions: say("Questions only"), answers: say("Answers only") };
const AT_ONCE = 6; // pages asked for at the same time
const LONGEST = 90; // signs of an address that fit in a sheet's margin

/** Shows the form, and the questions that the address asks for. */
export async function start(root) {
  const place = root.querySelector("#print");
  const asked = new URLSearchParams(location.search);
  const known = await load("assets/questions.json").catch(() => ({ topics: [], questions: [] }));
  const topics = ranges(known);
  const { line, numbers, left } = wanted(asked, known, topics);
  const items = element("div", { class: "print-items" });
  const status = element("p", { role: "status", class: "print-status", "data-no-print": true });
  const show = (mode) => {
    items.dataset.mode = mode;
    tell([written(numbers), ...left].filter(Boolean).join(","), mode);
    fitPictures(items, mode);
  };
  place.replaceChildren(form(line, asked.get("mode"), topics, numbers.length, show), status, items);
  if (!numbers.length) status.textContent = say("Name some questions above, or tick them in the list of a topic.");
  else await gather(numbers, items, status);
  if (left.length) {
    const words = say("Left out, not in this bank: {words}.", { words: left.join(", ") });
    status.append(" ", element("strong", {}, words));
    items.append(element("p", { class: "print-left" }, words));
  }
  show(asked.get("mode") in MODES ? asked.get("mode") : "full");
  place.dataset.ready = "true";
}

/** The topics of the bank, each with the numbers of its questions as a line. */
function ranges({ topics, questions }) {
  return topics.map(({ slug, name }, place) => ({ slug, name, line: written(questions.filter((each) => each[2] === place).map(([number]) => number)) }));
}

/** What the address asks for, `q=901,905-910`, `topic=slug` or the ticked ones: the line, its questions, and its other words. */
function wanted(asked, known, topics) {
  const topic = topics.find(({ slug }) => slug === asked.get("topic"));
  const line = asked.get("q") ?? topic?.line ?? written(selected());
  return { line, ...named(line, known.questions.map(([number]) => number)) };
}

/** Puts what is shown into the address, and into the margins of the sheets. */
function tell(asked, mode) {
  const { search } = new URL(folderAddress("print", { q: asked, mode: mode === "full" ? "" : mode }));
  keepInAddress(search);
  const page = document.querySelector("link[rel=canonical]")?.href ?? location.href.split("?")[0];
  const whole = page + search;
  const sheet = document.documentElement.style;
  sheet.setProperty("--print-address", JSON.stringify(whole.length > LONGEST ? page : whole));
  sheet.setProperty("--print-page", JSON.stringify(mode === "full" ? "" : MODES[mode]));
}

function form(line, asked, topics, some, show) {
  const field = element("input", { name: "q", value: line, placeholder: "901, 905-910", inputmode: "text", autocomplete: "off" });
  const modes = Object.entries(MODES).map(([name, label]) => {
    const choice = element("input", { type: "radio", name: "mode", value: name, checked: name === (asked in MODES ? asked : "full") });
    choice.addEventListener("change", () => show(name));
    return element("label", {}, choice, " ", label);
  });
  const print = plainButton(say("Print|verb"), () => window.print(), { class: "button", disabled: !some });
  return element(
    "form",
    { class: "print-form", "data-no-print": true },
    ...(topics.length > 1 ? [choice(topics, field)] : []),
    element("label", { class: "print-numbers" }, element("span", {}, say("Questions")), field),
    element("fieldset", {}, element("legend", {}, say("What|printed")), ...modes),
    element("p", {}, print, " ", element("button", {}, say("Show"))),
  );
}

/** A topic to choose, which puts the numbers of its questions into the field. */
function choice(topics, field) {
  const options = topics.map(({ name, line }) => element("option", { value: line, selected: line === field.value }, name));
  const made = element("select", {}, element("option", { value: "" }, "–"), ...options);
  made.addEventListener("change", () => (field.value = made.value));
  field.addEventListener("input", () => (made.value = topics.some(({ line }) => line === field.value) ? field.value : ""));
  return element("label", { class: "print-numbers" }, element("span", {}, say("Topic")), made);
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
  status.replaceChildren(sayCount(numbers.length - missing.length, "{count} question is ready.", "{count} questions are ready."), ...complaint(missing));
}

function item({ number, title, body, answer, figure, beside }) {
  for (const added of answer?.querySelectorAll("[data-added]:not(.solution)") ?? []) added.remove();
  const name = title.replace(new RegExp(`^Q?${number}[:.\\s]*`), "");
  const heading = element("h2", {}, element("b", {}, `Q${number}`), " ", element("span", { dir: "auto" }, name));
  answer?.classList.add("print-answer");
  const parts = [heading, body, answer, figure, ...leads(beside)].filter(Boolean);
  // Addresses elsewhere are printed; those within the site are named by their numbers.
  for (const link of parts.flatMap((part) => [...part.querySelectorAll("a[href]")])) link.toggleAttribute("data-within", link.origin === location.origin);
  return parts;
}

/** Where a question leads, and what its picture is made of: a line each. */
function leads(beside) {
  return [...(beside?.querySelectorAll("h2") ?? [])].map((name) => {
    const entries = [...name.nextElementSibling.children].map((entry) => {
      const link = entry.querySelector("a");
      return link ? element("a", { href: link.href }, link.textContent.trim()) : entry.textContent.trim();
    });
    return element("p", { class: "print-leads" }, element("b", {}, `${name.textContent.trim()}:`), ...entries.flatMap((entry, index) => [index ? "; " : " ", entry]));
  });
}

function complaint(missing) {
  if (!missing.length) return [];
  const links = missing.sort((one, other) => one - other).flatMap((number) => [" ", element("a", { href: pageOf(number) }, `Q${number}`)]);
  return [" ", say("Not found in this bank, or not to be had without a network:"), ...links, "."];
}
