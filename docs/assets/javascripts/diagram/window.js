// Scrolls the page so that the lit part of a picture stands in the free area of the window: below the header, above the
// step controls that stick to the lower edge. Where it stands there already, nothing moves.
import { prefersCalm } from "../shared/dom.js";

const AIR = 8; // pixels between the lit part and what covers the page

/** Brings what is lit in `picture` between the page's header and `bar` into view. */
export function bringIntoView(picture, bar) {
  const free = freeArea(bar);
  const whole = picture.getBoundingClientRect();
  const lit = whole.height <= free.bottom - free.top ? whole : around([...picture.querySelectorAll("svg .on")]);
  if (!lit || (lit.top >= free.top && lit.bottom <= free.bottom)) return;
  scrollBy({ top: distance(lit, whole, free), behavior: prefersCalm() ? "instant" : "smooth" });
}

/** The part of the window that nothing covers, once the controls stick to its lower edge. */
function freeArea(bar) {
  const header = document.querySelector(".header");
  const covers = header && getComputedStyle(header).position === "sticky";
  const style = getComputedStyle(bar);
  const foot = style.position === "sticky" ? bar.offsetHeight + (Number.parseFloat(style.bottom) || 0) : 0;
  return { top: (covers ? header.offsetHeight : 0) + AIR, bottom: innerHeight - foot - AIR };
}

/** The box around elements that are shown, or null where none is. */
function around(elements) {
  const boxes = elements.map((each) => each.getBoundingClientRect()).filter((box) => box.width || box.height);
  if (!boxes.length) return null;
  return { top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)) };
}

/** How far to scroll: the middle to the middle, but no further than the picture's end, where the controls would move. */
function distance(lit, whole, free) {
  if (lit.bottom - lit.top > free.bottom - free.top) return lit.top - free.top;
  const middle = (lit.top + lit.bottom - free.top - free.bottom) / 2;
  return middle > 0 ? Math.min(middle, Math.max(whole.bottom + AIR, lit.bottom) - free.bottom) : Math.max(middle, whole.top - free.top);
}
