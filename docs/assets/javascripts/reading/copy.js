// Copying: a button on each block of code, and links with data-copy, which put the file they lead to into the
// clipboard, and say so in the words of that attribute.
// Where that is not possible (no script, no permission, opened from the file system) such a link is a link.
import { say } from "../shared/words.js";

// What a screen reader hears of it; there from the first copy on.
const said = Object.assign(document.createElement("span"), { role: "status", className: "hidden" });
said.dataset.added = said.dataset.noPrint = "";

/** Looks for code and links below `root`. */
export function startCopying(root) {
  if (!navigator.clipboard) return;
  for (const code of root.querySelectorAll("pre:not(.mermaid) > code")) addButton(code);
  if (location.protocol === "file:") return;
  for (const link of root.querySelectorAll("a[data-copy]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      copyFile(link);
    });
    link.textContent = link.dataset.copy;
    link.title = say("With Ctrl it opens");
  }
}

function addButton(code) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: say("Copy") });
  button.dataset.added = "";
  button.addEventListener("click", () => copy(button, code.textContent));
  code.parentElement.append(button);
}

async function copyFile(link) {
  const answer = await fetch(link.href).catch(() => null);
  if (answer?.ok) await copy(link, await answer.text());
  else location.assign(link.href);
}

async function copy(trigger, text) {
  if (!said.isConnected) document.body.append(said);
  const before = trigger.dataset.label ?? trigger.textContent;
  trigger.dataset.label = before;
  said.textContent = trigger.textContent = await navigator.clipboard.writeText(text).then(() => say("Copied"), () => say("Not allowed"));
  setTimeout(() => (said.textContent = "", trigger.textContent = before), 1500);
}
