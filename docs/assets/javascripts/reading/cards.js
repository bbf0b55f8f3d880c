// Shows, over a link to a question, what that question is: its number, title and first lines, fetched when first asked
// for; and over a term of the glossary (see terms.js), what it means. A touch follows a link, and shows a meaning.
// The card can be left with Escape, and read with the mouse inside it.
import { numberIn, question } from "../shared/data.js";
import { element } from "../shared/dom.js";

const PATIENCE = 250; // milliseconds of resting on a link before its card comes
const GRACE = 200; // milliseconds for the way from the link into the card
const LENGTH = 220; // characters of the answer
const GAP = 8; // pixels between link and card, and to the window's edge

let anchor = null;
let timer = 0;
const card = element("div", { class: "card-over", id: "card-over", role: "tooltip", hidden: true, "data-added": true });

/** Watches a part of the page, usually all of it, for links to questions and for abbreviations. */
export function start(root) {
  document.body.append(card);
  root.addEventListener("pointerover", (event) => event.pointerType === "mouse" && consider(event, PATIENCE));
  root.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && consider(event, 0));
  root.addEventListener("focusout", hide);
  document.addEventListener("keydown", onKey, { capture: true });
  // A focused link may itself have been scrolled into sight.
  document.addEventListener("scroll", () => card.hidden || place(anchor), { passive: true, capture: true });
  root.addEventListener("click", (event) => {
    const term = event.target.closest("abbr[data-meaning]");
    if (term) show(term);
    else if (anchor?.dataset.meaning) hide();
  });
}

function onKey(event) {
  if (event.key !== "Escape" || card.hidden) return;
  hide();
  event.stopPropagation();
}

function consider(event, delay) {
  if (card.contains(event.target)) return clearTimeout(timer);
  const target = event.target.closest?.("a[href], abbr[data-meaning]");
  if (target && target === anchor) return clearTimeout(timer);
  clearTimeout(timer);
  if (target && explains(target)) timer = setTimeout(() => show(target), delay);
  else if (anchor && anchor !== document.activeElement) timer = setTimeout(hide, GRACE);
}

// A link to the page one is on, or to a place on it, needs no explanation.
function explains(target) {
  if (target.dataset.meaning) return true;
  const number = numberIn(target.href);
  return number > 0 && number !== numberIn(location.href) && !target.closest("[data-no-card]");
}

async function show(target) {
  hide();
  anchor = target;
  try {
    const parts = target.dataset.meaning ? [target.dataset.meaning] : describe(await question(numberIn(target.href)));
    if (anchor !== target) return;
    card.replaceChildren(...parts);
    card.hidden = false;
    target.setAttribute("aria-describedby", card.id);
    place(target);
  } catch {
    anchor = null; // without a network the link is still a link
  }
}

function describe({ number, title, answer }) {
  for (const added of answer?.querySelectorAll("[data-added]") ?? []) added.remove();
  return [element("b", { class: "card-number" }, `Q${number}`), " ", element("bdi", {}, element("strong", {}, title)), element("p", { dir: "auto" }, beginning(answer))];
}

// The first words of an answer; what stands in different blocks must not run together.
function beginning(answer) {
  const leaves = [...(answer?.querySelectorAll("p, li, pre, td, th, h3, h4, h5, h6") ?? [])].filter((each) => !each.parentElement.closest("p, td, th"));
  const own = (each) => [...each.childNodes].filter((node) => !node.matches?.("ul, ol, p, pre, table")).map((node) => node.textContent);
  const text = leaves.map((each) => own(each).join("")).join(" ").replace(/\s+/g, " ").trim();
  return text.length > LENGTH ? `${text.slice(0, text.lastIndexOf(" ", LENGTH))} …` : text;
}

function place(target) {
  const box = target.getClientRects()[0];
  const { width, height } = card.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(box.left, innerWidth - width - GAP));
  const below = box.bottom + GAP + height < innerHeight || box.top < height + GAP;
  card.style.left = `${left}px`;
  card.style.top = `${below ? box.bottom + GAP : box.top - GAP - height}px`;
}

function hide() {
  clearTimeout(timer);
  anchor?.removeAttribute("aria-describedby");
  anchor = null;
  card.hidden = true;
}
