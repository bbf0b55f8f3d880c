// The first and the last view of /practice/: choosing what to practise, and what a sitting came to.
import { element } from "../shared/dom.js";
import { forget, fromFile, isLasting, toFile } from "./progress.js";
import { inWords, tally } from "./schedule.js";

const SIZES = [10, 20, 50];
const QUIZ = 10; // cards of the sitting on the eve of an interview

/** Topics, how many, and the way in. */
export function showStart(context) {
  const { deck, cards } = context;
  const { due, fresh, resting } = tally(deck, cards);
  const ready = due + fresh;
  const begin = action("Start", () => context.onStart({ limit: chosenSize(), early: false }), "primary");
  const quiz = action(`Quiz for tomorrow: ${QUIZ} cards`, () => context.onStart({ limit: QUIZ, early: true }));
  quiz.hidden = deck.length < QUIZ;
  begin.disabled = !ready;
  const parts = [
    element("h1", { tabindex: "-1" }, "Practise"),
    element("p", { class: "lead" }, "Read a question, answer it in your own words, then compare. Cards that you find hard come back soon, easy ones late."),
    context.selected ? showSelection(context) : showTopics(context),
    showTally(due, fresh, resting),
    element("div", { class: "practice-go" }, sizes(ready), begin, quiz),
    showProgressTools(context),
  ];
  return { parts, focus: parts[0], onKey: null };
}

function showSelection({ deck, onAll }) {
  const count = `${deck.length} selected question${deck.length === 1 ? "" : "s"}`;
  return element("p", { class: "practice-selection" }, count, " ", action("Practise the whole bank", onAll, "link"));
}

function showTopics({ topics, all, slugs, onTopics }) {
  const counts = topics.map((_, index) => all.filter(({ topic }) => topic === index).length);
  const boxes = topics.map(({ slug, name }, index) => {
    const box = element("input", { type: "checkbox", value: slug });
    box.checked = slugs.has(slug);
    box.addEventListener("change", () => onTopics(toggled(slugs, slug)));
    return element("label", { style: `--hue:${topics[index].hue}` }, box, element("span", { dir: "auto" }, name, " ", element("small", {}, String(counts[index]))));
  });
  const legend = element("legend", {}, "Topics", element("small", {}, slugs.size ? "" : "all, unless you choose some"));
  return element("fieldset", { class: "practice-topics" }, legend, element("div", { class: "chips-row" }, ...boxes));
}

function toggled(slugs, slug) {
  const next = new Set(slugs);
  if (!next.delete(slug)) next.add(slug);
  return next;
}

function showTally(due, fresh, resting) {
  const entry = (count, name) => element("div", {}, element("dd", {}, String(count)), element("dt", {}, name));
  return element("dl", { class: "practice-tally" }, entry(due, "to repeat"), entry(fresh, "new"), entry(resting, "resting"));
}

function sizes(ready) {
  const options = [...SIZES.filter((size) => size < ready), ready].map((size) => {
    const label = size === ready ? `All ${size}` : `${size} cards`;
    return element("option", { value: String(size) }, label);
  });
  return element("select", { class: "practice-size", id: "practice-size", "aria-label": "How many cards" }, ...options);
}

const chosenSize = () => Number(document.getElementById("practice-size").value);

function showProgressTools({ cards, onChange }) {
  const said = element("span", { role: "status" });
  const file = element("input", { type: "file", accept: "application/json,.json", hidden: true });
  file.addEventListener("change", async () => {
    const count = await file.files[0].text().then(fromFile).catch(() => null);
    if (count === null) said.textContent = "This file holds no progress.";
    else onChange();
  });
  const where = isLasting() ? "Your progress stays on this device." : "This browser stores nothing: progress will be lost with the page.";
  return element(
    "div", { class: "practice-tools" }, element("p", {}, where, " ", said), file,
    action("Save it as a file", saveFile, "link"), action("Read it from a file", () => file.click(), "link"),
    cards.size ? action("Forget it", () => confirm("Forget all progress on this device?") && (forget(), onChange()), "link") : "",
  );
}

function saveFile() {
  const href = URL.createObjectURL(new Blob([toFile()], { type: "application/json" }));
  element("a", { href, download: "practice-progress.json" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** What was done, and when the next card is due. */
export function showEnd({ done, deck, cards, onAgain }) {
  const dues = deck.map(({ number }) => cards.get(number)?.due).filter((due) => due > Date.now());
  const next = dues.length ? `The next one comes back in ${inWords(Math.min(...dues) - Date.now())}.` : "";
  const title = element("h1", { tabindex: "-1" }, "That is all for now");
  const count = done ? `${done} card${done === 1 ? "" : "s"} done. ` : "";
  const parts = [title, element("p", { class: "lead" }, count + next), element("div", { class: "practice-go" }, action("Back to the cards", onAgain, "primary"))];
  return { parts, focus: title, onKey: null };
}

function action(label, act, kind = "secondary") {
  const made = element("button", { type: "button", class: `action action--${kind}` }, label);
  made.addEventListener("click", act);
  return made;
}
