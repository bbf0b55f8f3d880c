// What a search makes of codes and of words that are nowhere, also among a thousand questions.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../docs/assets/javascripts/search/engine/engine.js";
import { words } from "../../docs/assets/javascripts/search/engine/text.js";
import { counted } from "../../docs/assets/javascripts/search/view.js";

const answers = {
  17: "Push with POST @connections, one for each socket.",
  42: "Only /tmp is writable there.",
  77: "Native code in C++ keeps the frame rate.",
  99: "Connections and more connections: connections, tmp files, temporary connections. C is not it.",
};
const questions = Array.from({ length: 1000 }, (_, index) => [index, `Design system ${index}`, 0, answers[index] ?? `Pool connections of tmp table ${index % 7}, C.`]);
const engine = new Engine({ topics: [["one", "One"]], questions, synonyms: [["WebSocket", "connections"]] });
const numbers = (text) => engine.search(text).results.map(({ number }) => number);

test("a code keeps its signs: what has exactly it comes first", () => {
  assert.equal(numbers("@connections")[0], 17);
  assert.equal(numbers("/tmp")[0], 42);
  assert.equal(numbers("C++")[0], 77);
  assert.equal(numbers("post @connections")[0], 17);
  assert.equal(numbers("@conn")[0], 17);
  assert.ok(numbers("@connections").length > 1, "what has the word without its sign follows");
});

test("a word is not corrected to a code", () => {
  assert.equal(engine.search("conections").suggestion, "connections");
});

test("a sign between words is none before one", () => {
  assert.deepEqual(words("read/write, a - b"), ["read", "write", "readwrite", "a", "b"]);
  assert.deepEqual(words("(/tmp) .NET"), ["tmp", "net", "/tmp", ".net"]);
});

test("a word that is nowhere is said to be, with what the others have", () => {
  const found = engine.search("design uber");
  assert.deepEqual([found.missing, found.having], [["uber"], ["design"]]);
  assert.equal(counted(found), "Nothing has “uber”; these 1000 have “design”");
  assert.deepEqual(engine.search("design").missing, []);
  assert.equal(counted(engine.search("uber")), "Nothing found");
  assert.equal(counted({ count: 1, missing: [], having: [] }), "1 question found");
});

test("a range of numbers finds its questions, in their order", () => {
  assert.deepEqual(numbers("41-43").slice(0, 3), [41, 42, 43]);
  assert.deepEqual(numbers("Q998 – Q2000"), [998, 999]);
  assert.equal(engine.search("41-43").suggestion, "");
});

const few = new Engine({
  topics: [["one", "One"], ["two", "Two"]],
  questions: [
    [1, "Cache", 0, "Short."],
    [2, "Cache of caches", 0, "A cache, a cache, a cache and a cache."],
    [3, "Design a limiter rate", 1, "Count requests of each tenant in a frame, in a pool."],
    [4, "Design a rate limiter", 1, "Count requests of each tenant in a frame, in a pool."],
    [5, "Feeds", 1, "TikTok, kubernetes and a ring, told at length: one thing after the other, and then all of them again."],
    [6, "Rings", 0, "Ring ring ring ring."],
  ],
  synonyms: [["k8s", "kubernetes"]],
});
few.addDiagrams({ components: ["Redis", "Kafka"], questions: [null, null, [[0], ""], [[1], ""], null, null] });
const found = (text, wish) => few.search(text, wish).results.map(({ number }) => number);

test("another name of the same thing finds it, and words that the bank joins", () => {
  assert.deepEqual(found("k8s"), [5]);
  assert.deepEqual(few.search("tik tok").missing, []);
  assert.equal(few.search("tik tok").suggestion, "");
});

test("two letters that changed places are one mistake, and a word of three letters is none", () => {
  assert.equal(few.search("frmae").suggestion, "frame");
  assert.equal(few.search("pol").suggestion, "");
});

test("a title that is just what was typed comes first, then one that has it as a phrase", () => {
  assert.equal(found("cache")[0], 1);
  assert.equal(found("rate limiter")[0], 4);
});

test("what has all that was asked for comes before what has much of some", () => {
  assert.equal(found("ring kubernetes")[0], 5);
});

test("only what is in a topic, or uses a component, where that is asked for", () => {
  assert.deepEqual(found("design", { topic: "one" }), []);
  assert.deepEqual(found("design", { topic: "two" }), [3, 4]);
  assert.deepEqual(found("design", { component: "Kafka" }), [4]);
});
