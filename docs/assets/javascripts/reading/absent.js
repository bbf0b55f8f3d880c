// On the page for addresses that lead nowhere: which question was asked for, and which there are.
import { load } from "../shared/data.js";
import { say } from "../shared/words.js";

/** Says in `place` that the question of the page's address is not there. */
export async function start(place) {
  const [, number] = /questions\/(\d+)\/?$/.exec(location.pathname) ?? [];
  if (!number) return;
  const { questions } = await load("assets/questions.json").catch(() => ({ questions: [] }));
  const numbers = questions.map(([each]) => each);
  const values = { question: `Q${number}`, first: `Q${Math.min(...numbers)}`, last: `Q${Math.max(...numbers)}` };
  place.textContent = numbers.length
    ? say("{question} is not in this bank; its questions go from {first} to {last}.", values)
    : say("{question} is not in this bank.", values);
}
