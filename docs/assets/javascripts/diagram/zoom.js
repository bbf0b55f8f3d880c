// Opens a diagram over the whole screen, where it can be moved and enlarged: by one finger or the mouse, two fingers, the
// wheel, double tap, buttons and keys. The picture itself moves into the dialog and back, with its step controls, so
// that the step lit on the page is the step lit on the screen.
import { button, element, isTyping } from "../shared/dom.js";
import { say } from "../shared/words.js";

const DOUBLE = 2.5; // how much a double tap enlarges
const NUDGE = 60; // pixels that a key moves the picture

/** Adds "Full screen" to the tools of a figure that has a picture. */
export function start(figure) {
  const picture = figure.querySelector(".dg");
  if (!picture) return;
  const place = figure.querySelector(".player-tools") ?? figure.appendChild(element("p", { class: "player-tools", "data-added": true }));
  place.append(button("expand", say("Full screen"), () => open(figure, picture)));
}

async function open(figure, picture) {
  const { default: Panzoom } = await import("../../vendor/panzoom-4.6.2.js"); // only who enlarges a picture loads it
  const bar = figure.querySelector(".player");
  const stage = element("div", { class: "zoom-stage" });
  const dialog = element("dialog", { class: "zoom", "aria-label": say("The diagram, full screen"), "data-added": true }, stage);
  const home = element("div", { style: `height:${picture.offsetHeight}px` });
  picture.replaceWith(home);
  stage.append(picture);
  if (bar) dialog.append(bar);
  figure.append(dialog); // inside the figure, where the player listens for keys
  figure.dataset.zoomed = true;
  dialog.showModal();
  const view = new View(Panzoom, picture, stage);
  dialog.append(view.makeButtons(() => dialog.close()));
  dialog.addEventListener("keydown", (event) => view.onKey(event), { capture: true });
  dialog.addEventListener("close", () => {
    view.destroy();
    home.replaceWith(picture);
    if (bar) picture.after(bar);
    delete figure.dataset.zoomed;
    dialog.remove();
    figure.querySelector(".player-tools button")?.focus();
  });
}

class View {
  constructor(Panzoom, picture, stage) {
    Object.assign(this, { picture, stage, last: 0, from: null });
    this.panzoom = Panzoom(picture, { canvas: true, maxScale: 8, minScale: 0.5, pinchAndPan: true, cursor: "grab", handleStartEvent: () => {} });
    this.leaving = new AbortController();
    const options = { signal: this.leaving.signal };
    stage.addEventListener("wheel", (event) => this.panzoom.zoomWithWheel(event), { ...options, passive: false });
    stage.addEventListener("pointerdown", (event) => (this.from = event), options);
    stage.addEventListener("pointerup", (event) => this.onUp(event), options);
    stage.addEventListener("click", (event) => this.onClick(event), { ...options, capture: true });
    stage.addEventListener("dragstart", (event) => event.preventDefault(), options);
  }

  makeButtons(close) {
    return element(
      "div", { class: "zoom-buttons", role: "group", "aria-label": say("Zoom") },
      button("minus", say("Smaller (-)"), () => this.panzoom.zoomOut()), button("fit", say("Fit (0)"), () => this.panzoom.reset()),
      button("plus", say("Larger (+)"), () => this.panzoom.zoomIn()), button("close", say("Close (Escape)"), close),
    );
  }

  moved(event) {
    return this.from && Math.hypot(event.clientX - this.from.clientX, event.clientY - this.from.clientY) > 6;
  }

  onUp(event) {
    if (!event.isPrimary || this.moved(event) || event.target.closest("a")) return;
    const again = event.timeStamp - this.last < 350;
    this.last = again ? 0 : event.timeStamp;
    if (!again) return;
    if (this.panzoom.getScale() > 1.2) this.panzoom.reset();
    else this.panzoom.zoomToPoint(DOUBLE, event);
  }

  // The end of a drag on a card must not follow the card's link.
  onClick(event) {
    if (this.moved(event)) event.preventDefault();
  }

  onKey(event) {
    if (isTyping(event)) return;
    const nudges = { ArrowLeft: [NUDGE, 0], ArrowRight: [-NUDGE, 0], ArrowUp: [0, NUDGE], ArrowDown: [0, -NUDGE] };
    if (["+", "="].includes(event.key)) this.panzoom.zoomIn();
    else if (["-", "_"].includes(event.key)) this.panzoom.zoomOut();
    else if (event.key === "0") this.panzoom.reset();
    else if (nudges[event.key] && (event.shiftKey || event.key.endsWith("Up") || event.key.endsWith("Down"))) {
      const [x, y] = nudges[event.key].map((pixels) => pixels / this.panzoom.getScale());
      this.panzoom.pan(x, y, { relative: true, animate: true });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  destroy() {
    this.leaving.abort();
    this.panzoom.reset({ animate: false });
    this.panzoom.destroy();
    this.panzoom.resetStyle();
    requestAnimationFrame(() => this.picture.removeAttribute("style")); // after the frame in which the library resets it
  }
}
