// "Surprise me": opens a question by chance, and none a second time before all have been seen.
import { load, numberIn, pageOf } from "../shared/data.js";

const KEY = "surprise.seen";

/** Makes every element with data-surprise lead to a question by chance. */
export function start(root) {
  root.addEventListener("click", async (event) => {
    const trigger = event.target.closest("[data-surprise]");
    if (!trigger || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { questions } = await load("assets/questions.json");
    location.href = pageOf(draw(questions.map(([number]) => number)));
  });
}

function draw(numbers) {
  const here = numberIn(location.href);
  const seen = new Set([...readSeen(), here]);
  let left = numbers.filter((number) => !seen.has(number));
  if (!left.length) {
    seen.clear();
    left = numbers.filter((number) => number !== here || numbers.length === 1);
  }
  const chosen = left[Math.floor(Math.random() * left.length)];
  try {
    localStorage.setItem(KEY, JSON.stringify([...seen, chosen].filter(Boolean)));
  } catch {
    // nothing can be kept: the same may come again
  }
  return chosen;
}

function readSeen() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
}
