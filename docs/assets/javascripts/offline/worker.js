// The service worker. The script that loads it, made with each build by generator/publishing/offline.py, says what the site is:
//
//     self.offline = {now: {"questions/901/": "47DEQ…", …}, later: {path: "offline.json", files: 0, bytes: 0}};
//     importScripts("assets/vendor/workbox-core-7.4.1.js"); …
//
// One rule keeps versions apart: this worker hands out bytes with the hash that its own build gave them. A page with
// other bytes is a stranger from a newer build; whatever that page asks for comes from the network, too.
// Workbox keeps the files of `now`: all of a build or none, unchanged ones taken over from the build before.
"use strict";

const { PrecacheController } = workbox.precaching;
const { now, later } = self.offline;
const KEPT = `kept ${registration.scope}`; // files of `later`, by address and hash
const STRANGERS = `strangers ${registration.scope}`; // ids of windows and workers; this script may be stopped at any time
const AT_ONCE = 6; // files on their way at a time

/** Knows these files by Workbox's rules; all that are made here share one cache. */
function precache(files) {
  const made = new PrecacheController({ cacheName: `core ${registration.scope}` });
  made.addToCacheList(files.map(([url, hash]) => ({ url, revision: hash, integrity: `sha256-${hash}` })));
  return made;
}

const core = precache(Object.entries(now));

const absolute = (path) => new URL(path, registration.scope).href;
const keyOf = (path, hash) => `${absolute(path)}?${encodeURIComponent(hash)}`;

addEventListener("install", (event) => event.waitUntil(installCore(event).then(takeOver)));

addEventListener("activate", (event) => event.waitUntil(Promise.all([core.activate(event), forgetOld()])));

addEventListener("message", (event) => {
  const act = { switch: switchIfAlone, claim: () => clients.claim(), keep: keepAll, state: tellState }[event.data?.type];
  if (act) event.waitUntil(act(event.ports[0]));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(event));
});

// Workbox fetches one file after the other, which for thousands takes minutes; in several rows it does not.
function installCore(event) {
  const files = Object.entries(now);
  const rows = Array.from({ length: AT_ONCE }, (_, row) => files.filter((_file, place) => place % AT_ONCE === row));
  return Promise.all(rows.map((row) => precache(row).install(event)));
}

async function answer(event) {
  const { request, clientId, resultingClientId } = event;
  const isPage = request.mode === "navigate";
  if (!isPage && (await isStranger(clientId))) {
    if (resultingClientId) await addStranger(resultingClientId); // a worker of that page
    return fetch(request);
  }
  const path = pathOf(request.url);
  const own = await core.matchPrecache(absolute(path));
  if (own) return own;
  try {
    return await verified(event, path, isPage);
  } catch {
    if (isPage && now["offline/"]) return Response.redirect(absolute("offline/"));
    return Response.error();
  }
}

// Query and fragment choose what a page shows, not which page it is.
function pathOf(url) {
  const { origin, pathname } = new URL(url);
  const path = (origin + pathname).slice(registration.scope.length).replace(/(^|\/)index\.html$/, "$1");
  return path || "./";
}

/** A file that is not in the core: kept before, or from the network if its bytes are this build's. */
async function verified({ request, resultingClientId }, path, isPage) {
  const hash = now[path] ?? (await readLater())[path];
  const kept = hash && (await (await caches.open(KEPT)).match(keyOf(path, hash)));
  if (kept) return kept;
  const response = await fetch(request);
  if (hash && response.ok) {
    if ((await hashOf(response.clone())) === hash) return keep(path, hash, response);
    registration.update();
    if (!isPage) throw new Error(`${path} is of another build`);
  }
  if (isPage) await addStranger(resultingClientId);
  return response;
}

async function keep(path, hash, response) {
  const copy = response.clone();
  await (await caches.open(KEPT)).put(keyOf(path, hash), copy);
  return response;
}

async function hashOf(response) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return btoa(String.fromCharCode(...bytes));
}

let reading = null;

/** The hashes of what may wait, by address. */
function readLater() {
  reading ??= core.matchPrecache(absolute(later.path)).then((found) => found?.json() ?? {});
  return reading;
}

/** Before a new build takes over: what the reader kept of the old one is there in the new one, too. */
async function takeOver() {
  const cache = await caches.open(KEPT);
  const addresses = new Set((await cache.keys()).map(({ url }) => pathOf(url)));
  const wanted = Object.entries(await readLater()).filter(([path]) => addresses.has(path));
  await inTurn(wanted, ([path, hash]) => fetchAndKeep(cache, path, hash));
}

async function fetchAndKeep(cache, path, hash) {
  if (await cache.match(keyOf(path, hash))) return;
  const response = await fetch(absolute(path), { integrity: `sha256-${hash}`, cache: "reload" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await cache.put(keyOf(path, hash), response);
}

async function inTurn(entries, act) {
  const left = [...entries];
  const work = async () => {
    while (left.length) await act(left.shift());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function forgetOld() {
  const cache = await caches.open(KEPT);
  const hashes = await readLater();
  const current = new Set(Object.entries(hashes).map(([path, hash]) => keyOf(path, hash)));
  const old = (await cache.keys()).filter(({ url }) => !current.has(url));
  await Promise.all(old.map((each) => cache.delete(each)));
  await caches.delete(STRANGERS);
}

let strangers = null;

async function isStranger(id) {
  strangers ??= caches.open(STRANGERS).then(async (cache) => new Set((await cache.keys()).map(({ url }) => url)));
  return Boolean(id) && (await strangers).has(absolute(id));
}

async function addStranger(id) {
  await isStranger(id); // the list is read
  (await strangers).add(absolute(id));
  await (await caches.open(STRANGERS)).put(absolute(id), new Response());
}

/** A waiting build takes over when the page that asks, just opened, is the only one: no other loses its files. */
async function switchIfAlone() {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.filter(({ url }) => url.startsWith(registration.scope)).length <= 1) await skipWaiting();
}

/** Keeps everything that may wait, telling how far it is. */
async function keepAll(port) {
  const cache = await caches.open(KEPT);
  const wanted = Object.entries(await readLater());
  let done = 0;
  try {
    await inTurn(wanted, async ([path, hash]) => {
      await fetchAndKeep(cache, path, hash);
      done += 1;
      if (done % 10 === 0) port.postMessage({ done, total: wanted.length });
    });
    await tellState(port);
  } catch (error) {
    port.postMessage({ failed: String(error.message) });
  }
}

async function tellState(port) {
  const kept = (await (await caches.open(KEPT)).keys()).length;
  port.postMessage({ core: Object.keys(now).length, kept, total: later.files, bytes: later.bytes });
}
