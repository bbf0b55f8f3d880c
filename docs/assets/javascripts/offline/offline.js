// Makes the site work without a network: starts the service worker, changes over to a new build when a page is opened,
// and, on the page /offline/, shows what is on this device and fetches the rest of a large bank when asked.
import { address, isFromFiles } from "../shared/data.js";
import { element } from "../shared/dom.js";
import { say } from "../shared/words.js";

const PATIENCE = 2000; // milliseconds after which a page that was opened may be thought read

/** Starts the worker once the page itself is there; says what it keeps in each [data-offline]. */
export async function start(root) {
  // From a file, everything is there already; under the live preview, nothing stays as it is.
  if (!("serviceWorker" in navigator) || isFromFiles() || "livereload" in window) return;
  const registered = await navigator.serviceWorker.getRegistration(address("./").href);
  if (registered?.waiting) changeOver(registered.waiting);
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  const place = root.querySelector("[data-offline]");
  if (navigator.connection?.saveData && !registered && !place) return;
  const registration = await navigator.serviceWorker.register(address("sw.js")).catch(() => null);
  if (!registration) return;
  const ready = await navigator.serviceWorker.ready;
  claim(ready.active);
  if (place) show(place, ready.active);
}

// Nothing has been read yet, so loading once more costs the reader nothing.
function changeOver(worker) {
  const opened = performance.now();
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (performance.now() - opened < PATIENCE) location.reload();
  }, { once: true });
  worker.postMessage({ type: "switch" });
}

// The first page came before the worker. If it is fresh from the network it is of the same build, and what it loads
// later may come from the worker; if the browser had it in its own cache, it may be older.
function claim(worker) {
  const [visit] = performance.getEntriesByType("navigation");
  if (!navigator.serviceWorker.controller && visit?.transferSize > 0) worker.postMessage({ type: "claim" });
}

function ask(worker, type, onAnswer) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => onAnswer(data);
  worker.postMessage({ type }, [port2]);
}

function show(place, worker) {
  const said = element("p", { role: "status" });
  const button = element("button", { type: "button", class: "action action--primary", hidden: true });
  button.addEventListener("click", () => {
    button.disabled = true;
    ask(worker, "keep", (state) => tell(said, button, state));
  });
  place.replaceChildren(said, button);
  ask(worker, "state", (state) => tell(said, button, state));
}

function tell(said, button, { failed, done, total, kept, bytes }) {
  if (failed) said.textContent = say("It stopped: {reason}. What has arrived stays; try again when there is a network.", { reason: failed });
  else if (done) said.textContent = say("{done} of {total} files are here …", { done, total });
  else if (kept >= total) said.textContent = say("The whole site is on this device.");
  else said.textContent = say("What most readers need is on this device, and what you have opened. More files: {kept} of {total}.", { kept, total });
  if (!done) button.disabled = false;
  button.hidden = kept >= total || Boolean(done);
  button.textContent = say("Keep all of it (about {size} MB)", { size: megabytes(bytes) });
}

const megabytes = (bytes) => Math.max(1, Math.round((bytes ?? 0) / 4_000_000)); // a quarter of it goes over the wire
