// The button in the header: colours as the system has them, light, dark, and round again. The choice is kept by the
// browser under "palette"; the few lines in each page's head apply it before the first paint.
import { say } from "../shared/words.js";
const CHOICES = ["auto", "light", "dark"];
const NAMES = { auto: say("Colours: as the system has them"), light: say("Colours: light"), dark: say("Colours: dark") };

/** Makes the button work; it is hidden where scripts do not run. */
export function startPalette(button) {
  if (!button) return;
  const name = () => {
    button.ariaLabel = button.title = NAMES[document.documentElement.dataset.palette];
  };
  button.hidden = false;
  name();
  button.addEventListener("click", () => {
    choose(CHOICES[(CHOICES.indexOf(document.documentElement.dataset.palette) + 1) % CHOICES.length]);
    name();
  });
}

function choose(palette) {
  document.documentElement.dataset.palette = palette;
  try {
    if (palette === "auto") localStorage.removeItem("palette");
    else localStorage.setItem("palette", palette);
  } catch {
    // storage is forbidden: the choice holds on this page
  }
  dispatchEvent(new Event("palette"));
}
