// On the page for addresses that lead nowhere: which question was asked for, and which there are.
import { load } from "../shared/data.js";

/** Says in `place` that the question of the page's address is not there. */
export async function start(place) {
  const [, number] = /questions\/(\d+)\/?$/.exec(location.pathname) ?? [];
  if (!number) return;
  const { questions } = await load("assets/questions.json").catch(() => ({ questions: [] }));
  const numbers = questions.map(([each]) => each);
  const range = numbers.length ? `; its questions go from Q${Math.min(...numbers)} to Q${Math.max(...numbers)}` : "";
  place.textContent = `Q${number} is not in this bank${range}.`;
}
