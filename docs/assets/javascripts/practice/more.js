// What stands below the way into practice: the days behind and before the reader, bookmarks and collections, settings, and
// progress as a file.
import { folderAddress } from "../shared/data.js";
import { action, element, hasPart } from "../shared/dom.js";
import { all, put } from "../shared/store.js";
import { say } from "../shared/words.js";
import { dayOf, forecast, practised } from "../progress/days.js";

const DAYS = 14;
const DAY = 86_400_000;

/** The parts, in their order. */
export function more(context) {
  return [...(context.cards.size ? [calendar(context.cards)] : []), ...kept(context), settings(context), tools(context)];
}

function calendar(cards) {
  const now = Date.now();
  const coming = forecast(cards, DAYS, now);
  const most = Math.max(...coming, 1);
  const bars = coming.map((count, index) => {
    const day = new Date(now + index * DAY);
    const name = day.toLocaleDateString(document.documentElement.lang, { weekday: "short", day: "numeric", month: "short" });
    return element("li", { title: `${name}: ${count}` }, element("i", { style: `block-size:${(100 * count) / most}%` }), element("span", {}, index ? name : say("Today"), " "), element("b", {}, String(count)));
  });
  const behind = practised(cards);
  const days = [...behind.keys()].filter((day) => day > dayOf(now - 28 * DAY)).length;
  const done = element("p", { class: "practice-hint" }, say("Practised on {days} of the last 28 days; {count} graded today.", { days, count: behind.get(dayOf(now)) ?? 0 }));
  return section(say("What comes"), element("ol", { class: "calendar" }, ...bars), done);
}

function section(name, ...parts) {
  return element("section", { class: "practice-part" }, element("h2", {}, name), ...parts);
}

/** Bookmarks and collections, each with its ways on. */
function kept({ onChange }) {
  const marks = [...all("bookmark").keys()].map(Number).sort((one, other) => one - other);
  const lists = [...all("collection")].map(([name, { questions }]) => line(name, questions, () => drop(`collection/${name}`, name, onChange)));
  if (marks.length) lists.unshift(line(say("Bookmarks"), marks));
  return lists.length ? [section(say("Kept"), element("ul", { class: "kept" }, ...lists))] : [];
}

function drop(key, name, onChange) {
  if (!confirm(say("Forget the collection “{name}”? Its questions and their progress stay.", { name }))) return;
  put(key, null);
  onChange();
}

function line(name, numbers, onDrop) {
  const link = (folder, label) => element("a", { href: folderAddress(folder, { q: numbers.join(",") }) }, label);
  const forget = onDrop ? [" ", action(say("Forget"), onDrop, "link", { "aria-label": say("Forget {name}", { name }) })] : [];
  return element("li", {}, element("b", { dir: "auto" }, name), ` ${numbers.length} `, link("practice", say("Practise")), " ", ...(hasPart("papers") ? [link("paper", say("Paper|exam")), " "] : []), link("print", say("Print|verb")), ...forget);
}

/** Progress as a file: what does it is loaded when it is wanted. */
function tools({ storage, onChange }) {
  const said = element("span", { role: "status" });
  const where = storage === "lasting" ? say("Your progress stays on this device.") : say("Nothing can be kept on this device now.");
  const file = element("input", { type: "file", accept: "application/json,.json", hidden: true });
  file.addEventListener("change", async () => (await import("../../bundles/progress-file.js")).read(file, said, onChange));
  const save = async () => (await import("../../bundles/progress-file.js")).save();
  const forget = async () => (await import("../../bundles/progress-file.js")).forgetAll(onChange);
  return element(
    "div", { class: "practice-tools" }, element("p", {}, where, " ", said), file, action(say("Save it as a file"), save, "link"),
    action(say("Read it from a file"), () => file.click(), "link"), action(say("Forget it"), forget, "link"),
  );
}

function settings({ settings: chosen, onChange }) {
  const change = (name, value) => {
    put("settings", { ...chosen, [name]: value });
    onChange();
  };
  const field = (label, attributes, value, onInput) => {
    const input = element("input", attributes);
    input.value = value;
    input.addEventListener("change", () => input.reportValidity() && onInput(input.value));
    return element("label", {}, label, " ", input);
  };
  const interview = chosen.interview ? dayOf(chosen.interview) : "";
  return section(
    say("Settings"),
    element(
      "div", { class: "settings" },
      field(say("New cards a day"), { type: "number", min: "0", max: "999", placeholder: say("any") }, chosen.perDay ?? "", (value) => change("perDay", value === "" ? null : Number(value))),
      field(say("To be remembered, in %"), { type: "number", min: "70", max: "97" }, Math.round(100 * (chosen.retention ?? 0.9)), (value) => change("retention", Number(value || 90) / 100)),
      field(say("Day of the interview"), { type: "date", min: dayOf(Date.now()) }, interview, (value) => change("interview", value ? new Date(`${value}T09:00`).getTime() : null)),
    ),
  );
}
