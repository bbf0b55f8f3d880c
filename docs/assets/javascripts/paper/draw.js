// Draws a paper from a seed: whole numbers only, so that it is the same on every machine and in every browser.
//
//     draw("k3f9", [{number: 901, topic: 0}, …], 6)  ->  [934, 905, …]
//
// Each question has a place that only seed and number decide; topics take turns. So a question more in the bank changes
// little, and the order in which the bank lists them nothing.

/** A whole number below 2³² that follows from a text (FNV-1a, then mixed as in MurmurHash3). */
export function hash(text) {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The numbers of a paper of at most `count` questions. */
export function draw(seed, questions, count) {
  const piles = new Map();
  for (const { number, topic } of questions) piles.set(topic, [...(piles.get(topic) ?? []), number]);
  const place = (number) => hash(`${seed}:${number}`);
  const inOrder = (one, other) => place(one) - place(other) || one - other;
  const sorted = [...piles.values()].map((pile) => pile.sort(inOrder)).sort(([one], [other]) => inOrder(one, other));
  const longest = Math.max(0, ...sorted.map((pile) => pile.length));
  const turns = Array.from({ length: longest }, (_, turn) => sorted.map((pile) => pile[turn])).flat();
  return turns.filter((number) => number !== undefined).slice(0, count);
}

/** A seed by chance, short enough to be read out. */
export function newSeed(random = Math.random) {
  return Math.floor(random() * 36 ** 4).toString(36).padStart(4, "0");
}

/** What an address asks for: {seed, count, minutes, topics, numbers, view}. */
export function wanted(search) {
  const asked = new URLSearchParams(search);
  const whole = (name, otherwise, most) => (/^\d+$/.test(asked.get(name) ?? "") ? Math.min(Number(asked.get(name)), most) : otherwise);
  return {
    seed: asked.get("seed") ?? "",
    count: Math.max(1, whole("n", 6, 100)),
    minutes: whole("minutes", 45, 999),
    topics: (asked.get("topic") ?? "").split(",").filter(Boolean),
    numbers: [...new Set((asked.get("q") ?? "").split(/\D+/).filter(Boolean).map(Number))],
    view: asked.get("view") === "interviewer" ? "interviewer" : "candidate",
  };
}

/** The address of a paper that is drawn: it names the questions, so that a later edition opens the same ones. */
export function query({ seed, minutes, topics, view }, numbers) {
  const parts = [seed && `seed=${encodeURIComponent(seed)}`, `n=${numbers.length}`, `minutes=${minutes}`, topics.length && `topic=${topics.join(",")}`, `q=${numbers.join(",")}`];
  return `?${[...parts, view === "interviewer" && "view=interviewer"].filter(Boolean).join("&")}`;
}
