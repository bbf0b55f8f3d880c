// Progress as a file: saved, read in after a look at what it would change, forgotten.
import { action, element } from "../shared/dom.js";
import { forget, fromFile, toFile } from "./progress.js";

const NAMES = { cards: "card", notes: "note", bookmarks: "bookmark", collections: "collection", settings: "setting", papers: "paper" };

/** Shows what the chosen file would change; says so where it is none of ours. */
export async function read(input, said, onChange) {
  const found = await input.files[0].text().then(fromFile).catch(() => null);
  input.value = "";
  if (!found) said.textContent = "This file holds no progress.";
  else ask(found, onChange);
}

/** Forgets everything, if the reader means it. */
export function forgetAll(onChange) {
  if (!confirm("Forget all progress, notes and papers on this device?")) return;
  forget();
  onChange();
}

/** Gives everything as a file. */
export function save() {
  const href = URL.createObjectURL(new Blob([toFile()], { type: "application/json" }));
  element("a", { href, download: "practice-progress.json" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** Shows what a file would change, and changes it when the reader agrees. */
function ask({ changes, apply }, onChange) {
  const lines = Object.entries(changes).flatMap(([part, { added, changed }]) => [
    ...(added ? [`${counted(added, NAMES[part])} new here`] : []),
    ...(changed ? [`${counted(changed, NAMES[part])} brought up to date`] : []),
  ]);
  const title = element("h2", { id: "import-title" }, lines.length ? "Read this in?" : "Nothing new in this file");
  const close = () => dialog.close();
  const agree = action("Read it in", () => (apply(), close(), onChange()), "primary", { hidden: !lines.length });
  const kept = "Nothing of yours is lost: of each card the newer state stays, notes are put together.";
  const dialog = element(
    "dialog", { class: "import", "aria-labelledby": "import-title" }, title,
    element("ul", {}, ...lines.map((each) => element("li", {}, each))), element("p", {}, lines.length ? kept : "This device knows all of it already."),
    element("div", { class: "practice-go" }, agree, action(lines.length ? "Leave it" : "Close", close)),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const counted = (count, name) => `${count} ${name}${count === 1 ? "" : "s"}`;
