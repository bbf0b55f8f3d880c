// The first view of /practice/: going on with a sitting, choosing what to practise, and what is known so far.
import { folderAddress } from "../shared/data.js";
import { action, element, hasPart } from "../shared/dom.js";
import { say, sayCount } from "../shared/words.js";
import { begunOn, freshToday } from "../progress/days.js";
import { topicBoxes } from "./choice.js";
import { more } from "./more.js";
import { knownShare, tally } from "../progress/schedule.js";
import { position } from "./sitting.js";
import { warning } from "./warning.js";

const SIZES = [10, 20, 50];
const QUIZ = 10; // cards of the sitting on the eve of an interview

/** Below the page's own title: topics, how many, and the way in. */
export function showStart(context) {
  const parts = [
    warning(context.storage),
    goingOn(context),
    context.selected ? showSelection(context) : showTopics(context),
    ...ways(context),
    ...more(context),
  ];
  return { parts: parts.filter(Boolean), focus: context.title, onKey: null };
}

function goingOn({ unfinished, onContinue }) {
  if (!unfinished.length) return "";
  const buttons = unfinished.map((sitting, index) => {
    const { left, total } = position(sitting);
    return action(sayCount(left, "Continue: {count} left", "Continue: {count} left"), () => onContinue(sitting), index ? "link" : "primary", { title: say("{done} of {total} done", { done: total - left, total }) });
  });
  return element("div", { class: "practice-go practice-continue" }, ...buttons);
}

function showSelection({ deck, onAll }) {
  const count = sayCount(deck.length, "{count} selected question", "{count} selected questions");
  return element("p", { class: "practice-selection" }, count, " ", action(say("Practise the whole bank"), onAll, "link"));
}

function showTopics({ topics, all, cards, slugs, onTopics }) {
  const count = (index) => {
    const own = all.filter(({ topic }) => topic === index);
    const share = Math.round(100 * knownShare(own, cards));
    return [" ", element("small", {}, `${own.length}${share ? ` · ${say("{share} % known", { share })}` : ""}`)];
  };
  const boxes = topicBoxes(topics, slugs, slugs.size ? "" : say("all, unless you choose some"), count);
  boxes.addEventListener("change", ({ target }) => onTopics(toggled(slugs, target.value)));
  return boxes;
}

function toggled(slugs, slug) {
  const next = new Set(slugs);
  if (!next.delete(slug)) next.add(slug);
  return next;
}

function ways({ deck, cards, settings, unfinished, onStart, slugs, selected }) {
  const { due, fresh, resting } = tally(deck, cards);
  const today = freshToday(fresh, settings, begunOn(cards, Date.now()));
  const ready = due + today;
  const count = ready || deck.length;
  const select = sizes(count);
  const limit = () => Number(select.value);
  const options = ready ? { kind: "due", fresh: today } : { kind: "any" };
  const begin = action(ready ? say("Start") : say("Ask them anyway"), () => onStart({ ...options, limit: limit() }), unfinished.length ? "secondary" : "primary", { disabled: !deck.length });
  const quiz = Math.min(QUIZ, deck.length);
  const eve = action(sayCount(quiz, "Quiz for tomorrow: {count} card", "Quiz for tomorrow: {count} cards"), () => onStart({ kind: "quiz", limit: quiz }), "secondary", { hidden: !quiz, title: say("What you have learned, the weakest first, then what is new") });
  const asked = selected ? { q: deck.map(({ number }) => number).join(",") } : { topic: [...slugs].join(",") };
  const paper = hasPart("papers") ? element("a", { class: "action action--link", href: folderAddress("paper", asked) }, say("A paper against the clock")) : "";
  const limited = today < fresh ? element("p", { class: "practice-hint" }, say("{today} of the {fresh} new ones today, as you have set.", { today, fresh })) : "";
  return [showTally(due, fresh, resting), limited, element("div", { class: "practice-go" }, select, begin, eve, paper)];
}

function showTally(due, fresh, resting) {
  const entry = (count, name) => element("li", {}, element("b", {}, String(count)), " ", name);
  return element("ul", { class: "practice-tally" }, entry(due, say("to repeat")), " ", entry(fresh, say("new")), " ", entry(resting, say("resting")));
}

function sizes(count) {
  const options = [...SIZES.filter((size) => size < count), count].map((size) => {
    const label = size === count ? say("All {count}", { count: size }) : sayCount(size, "{count} card", "{count} cards");
    return element("option", { value: String(size) }, label);
  });
  return element("select", { class: "practice-size", id: "practice-size", "aria-label": say("How many cards") }, ...options);
}
