// A paper's address: what it asks for, and the same paper's for whoever it is given to.
//
//     wanted("?seed=k3f9&n=6&topic=a,b")  ->  {seed: "k3f9", count: 6, minutes: 45, topics: ["a", "b"], numbers: [], view: "candidate"}
//     query(asked, [905, 901])            ->  "?seed=k3f9&n=2&minutes=45&topic=a,b&q=905,901"
import { numbersIn, topicsIn } from "../practice/choice.js";

/** What an address asks for: {seed, count, minutes, topics, numbers, view}. */
export function wanted(search) {
  const asked = new URLSearchParams(search);
  const whole = (name, otherwise, most) => (/^\d+$/.test(asked.get(name) ?? "") ? Math.min(Number(asked.get(name)), most) : otherwise);
  return {
    seed: asked.get("seed") ?? "",
    count: Math.max(1, whole("n", 6, 100)),
    minutes: whole("minutes", 45, 999),
    topics: topicsIn(asked),
    numbers: numbersIn(asked),
    view: asked.get("view") === "interviewer" ? "interviewer" : "candidate",
  };
}

/** The address of a paper that is drawn: it names the questions, so that a later edition opens the same ones. */
export function query({ seed, minutes, topics, view }, numbers) {
  const parts = [seed && `seed=${encodeURIComponent(seed)}`, `n=${numbers.length}`, `minutes=${minutes}`, topics.length && `topic=${topics.join(",")}`, `q=${numbers.join(",")}`];
  return `?${[...parts, view === "interviewer" && "view=interviewer"].filter(Boolean).join("&")}`;
}
