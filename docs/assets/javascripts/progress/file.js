// Progress as a file: saved, read in after a look at what it would change, forgotten.
import { action, element, save as saveFile } from "../shared/dom.js";
import { say, sayCount } from "../shared/words.js";
import { forget, fromFile, toFile } from "./progress.js";

const NAMES = {
  cards: ["{count} card", "{count} cards"],
  notes: ["{count} note", "{count} notes"],
  bookmarks: ["{count} bookmark", "{count} bookmarks"],
  collections: ["{count} collection", "{count} collections"],
  settings: ["{count} setting", "{count} settings"],
  papers: ["{count} paper", "{count} papers"],
};

/** Shows what the chosen file would change; says so where it is none of ours. */
export async function read(input, said, onChange) {
  const found = await input.files[0].text().then(fromFile).catch(() => null);
  input.value = "";
  if (!found) said.textContent = say("This file holds no progress.");
  else ask(found, onChange);
}

/** Forgets everything, if the reader means it. */
export function forgetAll(onChange) {
  if (!confirm(say("Forget all progress, notes and papers on this device?"))) return;
  forget();
  onChange();
}

/** Gives everything as a file. */
export const save = () => saveFile("practice-progress.json", new Blob([toFile()], { type: "application/json" }));

/** Shows what a file would change, and changes it when the reader agrees. */
function ask({ changes, apply }, onChange) {
  const lines = Object.entries(changes).flatMap(([part, { added, changed }]) => [
    ...(added ? [say("{items} new here", { items: sayCount(added, ...NAMES[part]) })] : []),
    ...(changed ? [say("{items} brought up to date", { items: sayCount(changed, ...NAMES[part]) })] : []),
  ]);
  const title = element("h2", { id: "import-title" }, lines.length ? say("Read this in?") : say("Nothing new in this file"));
  const close = () => dialog.close();
  const agree = action(say("Read it in"), () => (apply(), close(), onChange()), "primary", { hidden: !lines.length });
  const kept = say("Nothing of yours is lost: of each card the newer state stays, notes are put together.");
  const dialog = element(
    "dialog", { class: "import", "aria-labelledby": "import-title" }, title,
    element("ul", {}, ...lines.map((each) => element("li", {}, each))), element("p", {}, lines.length ? kept : say("This device knows all of it already.")),
    element("div", { class: "practice-go" }, agree, action(lines.length ? say("Leave it") : say("Close"), close)),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
