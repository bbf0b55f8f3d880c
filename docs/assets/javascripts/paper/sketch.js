// A place to draw, with pointer, pen or finger; the strokes are kept as numbers. The library is loaded when someone draws.
import { action, element } from "../shared/dom.js";
import { say } from "../shared/words.js";

const WIDTH = 680; // in which strokes are kept, whatever they were drawn at

/** A sketch of strokes kept before; calls onChange(strokes). */
export class Sketch {
  constructor(strokes, label, onChange) {
    Object.assign(this, { strokes, onChange });
    this.canvas = element("canvas", { class: "sketch", role: "img", "aria-label": label, hidden: true });
    this.open = action(strokes.length ? say("The sketch") : say("Sketch|verb"), () => this.begin(), "link", { class: "action action--link sketch-open" });
    this.undo = action(say("Undo the stroke"), () => this.change(this.pad.toData().slice(0, -1)), "link", { hidden: true });
    this.clear = action(say("Clear"), () => this.change([]), "link", { hidden: true });
    this.parts = [element("p", { class: "sketch-tools", "data-no-print": true }, this.open, this.undo, this.clear), this.canvas];
    if (strokes.length) this.begin();
  }

  async begin() {
    if (this.pad) return;
    const { default: SignaturePad } = await import("../../vendor/signature_pad-5.1.4.js");
    for (const part of [this.canvas, this.undo, this.clear]) part.hidden = false;
    this.open.hidden = true;
    // Paper stays white in the dark, too: what was drawn is printed as it was seen.
    this.pad = new SignaturePad(this.canvas, { minWidth: 0.8, maxWidth: 2.2, penColor: "#1b2130", backgroundColor: "#fff" });
    this.fit();
    this.pad.addEventListener("endStroke", () => this.keep());
    addEventListener("resize", () => this.fit());
  }

  /** Makes the canvas as wide as there is room, and draws the strokes at that size. */
  fit() {
    const width = Math.min(WIDTH, this.canvas.parentElement.clientWidth);
    if (!width || width === this.width) return;
    this.width = width;
    const ratio = Math.max(1, devicePixelRatio);
    Object.assign(this.canvas, { width: width * ratio, height: (width / 2) * ratio });
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${width / 2}px` });
    this.canvas.getContext("2d").scale(ratio, ratio);
    this.pad.fromData(scaled(this.strokes, width / WIDTH));
  }

  change(strokes) {
    this.pad.fromData(strokes);
    this.keep();
  }

  keep() {
    this.strokes = scaled(this.pad.toData(), WIDTH / this.width);
    this.onChange(this.strokes);
  }
}

/** Strokes at another size. */
function scaled(strokes, factor) {
  const round = (value) => Math.round(10 * value * factor) / 10;
  return strokes.map((stroke) => ({ ...stroke, points: stroke.points.map((each) => ({ ...each, x: round(each.x), y: round(each.y) })) }));
}
