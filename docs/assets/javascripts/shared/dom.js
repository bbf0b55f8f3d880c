// Makes elements, so that the other modules read as what they show:
//
//     element("p", { class: "card", hidden: true }, "Q905 ", element("b", {}, "Saga"))
//     button("play", "Play", toggle)

// Outlines from Material Design Icons (Apache-2.0), 24 × 24.
const ICONS = {
  previous: "M15.41 16.58 10.83 12l4.58-4.59L14 6l-6 6 6 6z",
  next: "M8.59 16.58 13.17 12 8.59 7.41 10 6l6 6-6 6z",
  play: "M8 5.14v14l11-7z",
  pause: "M14 19h4V5h-4M6 19h4V5H6z",
  expand: "M5 5h5v2H7v3H5zm9 0h5v5h-2V7h-3zm3 9h2v5h-5v-2h3zm-7 3v2H5v-5h2v3z",
  close: "M19 6.41 17.59 5 12 10.59 6.41 5 5 6.41 10.59 12 5 17.59 6.41 19 12 13.41 17.59 19 19 17.59 13.41 12z",
  plus: "M19 13h-6v6h-2v-6H5v-2h6V5h2v6h6z",
  minus: "M19 13H5v-2h14z",
  fit: "M17 4h3a2 2 0 0 1 2 2v2h-2V6h-3zM4 8V6h3V4H4a2 2 0 0 0-2 2v2zm16 8v2h-3v2h3a2 2 0 0 0 2-2v-2zM7 18H4v-2H2v2a2 2 0 0 0 2 2h3zM18 8H6v8h12z",
  download: "M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",
  code: "m14.6 16.6 4.6-4.6-4.6-4.6L16 6l6 6-6 6zm-5.2 0L4.8 12l4.6-4.6L8 6l-6 6 6 6z",
};

/**
 * An element with attributes (`true` sets an empty one, `false` and `null` none) and children. A style is set without an
 * attribute, which a strict policy of the server would forbid.
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "style") made.style.cssText = value;
    else if (value !== false && value !== null) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** One of the icons above, hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that looks as the page's style sheets say. */
export function plainButton(label, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", act);
  return made;
}

/** A round button that shows an icon; its label is its name and its tooltip. */
export const button = (name, label, act) => plainButton(icon(name), act, { class: "round", "aria-label": label, title: label });

/** A button with words; `kind` is "primary", "secondary" or "link". */
export const action = (label, act, kind = "secondary", attributes = {}) => plainButton(label, act, { class: `action action--${kind}`, ...attributes });

/** Gives a round button another icon and label. */
export function relabel(made, name, label) {
  made.replaceChildren(icon(name));
  made.setAttribute("aria-label", label);
  made.title = label;
}

/** Loads a style sheet once; resolved when it applies, or cannot be had. */
export function addStyles(name) {
  const { href } = new URL(`../../stylesheets/${name}`, import.meta.url);
  if ([...document.querySelectorAll("link")].some((each) => each.href === href)) return null;
  const link = element("link", { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((done) => (link.onload = link.onerror = done));
}

/** Gives the reader a file. */
export function save(name, blob) {
  const href = URL.createObjectURL(blob);
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** Whether keys typed now are meant for a field, a menu or the browser, not for the page. */
export function isTyping(event) {
  const field = event.target.closest?.("input, textarea, select, [contenteditable]");
  return Boolean(field) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
}

/** Whether a single key is meant for the page; readers may switch such keys off. */
export function isShortcut(event) {
  return !isTyping(event) && !document.querySelector("dialog[open]") && areKeysOn();
}

/** Whether single keys do something on this site. */
export function areKeysOn() {
  try {
    return localStorage.getItem("keys") !== "off";
  } catch {
    return true;
  }
}

/** Whether the reader's system asks for less motion. */
export const prefersCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Whether the site has a part; its author may switch off "practice", "papers", "glossary", "downloads" and "offline". */
export const hasPart = (name) => !document.documentElement.dataset.without?.split(" ").includes(name);
