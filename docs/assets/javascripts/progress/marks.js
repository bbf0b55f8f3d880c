// What the reader knows, told quietly where questions are listed: how each stands, what is due, how much of a topic is known.
import { folderAddress, load } from "../shared/data.js";
import { element } from "../shared/dom.js";
import { all } from "../shared/store.js";
import { say, sayCount } from "../shared/words.js";
import { cards, standing } from "./cards.js";

const NAMES = { new: say("new"), learning: say("learning"), known: say("known"), revisit: say("to revisit") };

/** Marks the lists of a page; does nothing for who has not practised yet. */
export async function start(root) {
  const known = cards();
  if (!known.size) return;
  for (const entry of root.querySelectorAll(".entries [data-question]")) mark(entry, known.get(Number(entry.dataset.question)));
  markResults(root.querySelector(".search-results"), known);
  const place = root.querySelector("[data-remember]");
  if (place) remember(place, known);
  if (root.querySelector(".tile")) await markTopics(root, known);
}

function mark(entry, card) {
  const name = standing(card);
  entry.append(element("small", { class: "standing", "data-standing": name, "data-added": true }, NAMES[name]));
}

/** What is known among the results of the search, as they come. */
function markResults(results, known) {
  const show = () => {
    for (const link of results.querySelectorAll("li > [data-question]:not(:has(.standing))")) mark(link.querySelector(".found-topic"), known.get(Number(link.dataset.question)));
  };
  if (!results) return;
  new MutationObserver(show).observe(results, { childList: true });
  show();
}

/** On home: what is due, and what can be gone on with. */
function remember(place, known) {
  const due = [...known.values()].filter((card) => card.due <= Date.now()).length;
  const [left] = [...all("sitting").values()].sort((one, other) => other.started - one.started).map(({ queue }) => queue.length).filter(Boolean);
  const said = [due ? sayCount(due, "{count} due", "{count} due") : say("Nothing due today"), left ? sayCount(left, "continue: {count} left", "continue: {count} left") : due ? say("practise") : say("practise ahead")].join(" · ");
  place.append(element("a", { href: folderAddress("practice") }, said));
}

/** On home and on the list of topics: the share of each that would be remembered now. */
async function markTopics(root, known) {
  const [{ knownShare }, { topics, questions }] = await Promise.all([import("../../bundles/progress-schedule.js"), load("assets/questions.json")]);
  for (const [index, { slug }] of topics.entries()) {
    const count = root.querySelector(`.tile h2 a[href*="topics/${slug}/"]`)?.closest(".tile").querySelector(".tile__count");
    const own = questions.filter((each) => each[2] === index).map(([number]) => ({ number }));
    const share = Math.round(100 * knownShare(own, known));
    if (count && share) count.append(element("small", { "data-added": true }, ` · ${say("{share} % known", { share })}`));
  }
}
