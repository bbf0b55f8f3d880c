// Ticking on the map: while it is on, a cell chooses its questions instead of leading to them.
//
//     <td><a href="…" data-questions="901 905">2</a></td>
import { plainButton } from "../shared/dom.js";
import { say } from "../shared/words.js";

const numbersOf = (cell) => cell.dataset.questions.split(" ").map(Number);

/** Puts a switch above the map; `show` marks the cells that are chosen. Nothing where there is no map. */
export function startMap(map, chosen, toggle) {
  if (!map) return { show() {} };
  const cells = [...map.querySelectorAll("[data-questions]")];
  const isChosen = (cell) => numbersOf(cell).every((number) => chosen.has(number));
  const show = () => {
    const on = ticking.ariaPressed === "true";
    for (const cell of cells) {
      cell.classList.toggle("ticked", isChosen(cell));
      if (on) cell.setAttribute("aria-pressed", String(isChosen(cell)));
      else cell.removeAttribute("aria-pressed");
      if (on) cell.setAttribute("role", "button");
      else cell.removeAttribute("role");
    }
  };
  const turn = () => {
    ticking.ariaPressed = String(ticking.ariaPressed !== "true");
    ticking.textContent = ticking.ariaPressed === "true" ? say("Ticking: press cells, then here again") : say("Tick questions here");
    show();
  };
  const ticking = plainButton(say("Tick questions here"), turn, { class: "link", "aria-pressed": "false", "data-no-print": true });
  const act = (event) => {
    const cell = event.target.closest("[data-questions]");
    if (!cell || ticking.ariaPressed !== "true" || event.ctrlKey || event.metaKey) return;
    if (event.type === "keydown" && event.key !== " ") return;
    event.preventDefault();
    toggle(numbersOf(cell), !isChosen(cell));
  };
  map.addEventListener("click", act);
  map.addEventListener("keydown", act);
  document.querySelector(".map-tools").append(ticking);
  return { show };
}
