// Keys for the whole site: `n` and `p` follow the page's own links to the next and previous question, `?` tells what
// other keys there are, and lets them be switched off. The search, the diagram and practice listen for their own.
import { isShortcut, plainButton } from "../shared/dom.js";
import { say } from "../shared/words.js";

const FOLLOW = {
  n: "a[rel~=next]",
  p: "a[rel~=prev]",
  r: "[data-surprise]",
  f: ".player-tools > button",
};

/** Listens on the whole page. */
export function start(root) {
  root.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !isShortcut(event)) return;
    const target = FOLLOW[event.key] ? root.querySelector(FOLLOW[event.key]) : root.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (event.key === "?") help();
    else if (target) target.click();
    else return;
    event.preventDefault();
  });
  root.querySelector("[data-keys]")?.append(plainButton(say("Keys"), help, { class: "link" }));
}

const help = async () => (await import("./help.js")).show();
