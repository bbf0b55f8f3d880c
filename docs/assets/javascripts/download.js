// Lets a reader take a diagram along: as SVG (the file beside the page), as PNG (drawn from that file in the browser),
// and as the `diagrams` code that it was made from.
import { element, icon } from "./dom.js";

const SCALE = 2; // pixels per CSS pixel, sharp on slides
const FILES = { svg: "diagram.svg", code: "diagram.py" };

/** Adds a small menu to the tools of a figure whose page has a file diagram.svg beside it. */
export function start(figure) {
  const place = figure.querySelector(".player-tools");
  if (!place || location.protocol === "file:") return;
  const number = figure.querySelector(".dg")?.dataset.number ?? "";
  const name = number ? `q${number}` : "diagram";
  const summary = element("summary", { class: "round", "aria-label": "Take it along", title: "Take it along" }, icon("download"));
  const menu = element(
    "details", { class: "menu" }, summary,
    element(
      "div", { class: "menu-list" },
      element("a", { href: FILES.svg, download: `${name}.svg` }, "Download SVG"),
      action("Download PNG", () => savePng(`${name}.png`)),
      action("Copy as diagrams code", copyCode),
    ),
  );
  menu.addEventListener("keydown", (event) => event.key === "Escape" && close(menu, event));
  menu.addEventListener("focusout", (event) => menu.contains(event.relatedTarget) || (menu.open = false));
  place.prepend(menu);
}

function close(menu, event) {
  if (!menu.open) return;
  event.stopPropagation();
  menu.open = false;
  menu.querySelector("summary").focus();
}

// A line of the menu that says for a moment how it went.
function action(label, act) {
  const made = element("button", { type: "button" }, label);
  made.addEventListener("click", async () => {
    made.textContent = await act().then((said) => said, () => "That did not work");
    setTimeout(() => (made.textContent = label), 2000);
  });
  return made;
}

async function fetchFile(name) {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

async function copyCode() {
  await navigator.clipboard.writeText(await (await fetchFile(FILES.code)).text());
  return "Copied";
}

async function savePng(name) {
  const text = await (await fetchFile(FILES.svg)).text();
  const blob = await toPng(text, getComputedStyle(document.body).backgroundColor);
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  return "Saved";
}

/** A PNG of an SVG that has everything inside itself, on a background. */
export async function toPng(text, background) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = element("canvas", { width: Math.ceil(image.width * SCALE), height: Math.ceil(image.height * SCALE) });
  const context = canvas.getContext("2d");
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
