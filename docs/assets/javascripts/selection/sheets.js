// How large each picture stands on paper: in the form whose words come out largest in the room that there is. Where
// questions share pages a picture takes no more than its words need to be read; a question that is to have one page for
// itself has its picture as large as its words leave room for.
//
// A sheet is measured in the pixels of print: A4 and Letter have 665 by 905 of them in common within their margins. Words
// are measured on the screen, whose letters are 16 pixels where those of paper have 14.

const SHEET = { width: 665, height: 905 };
const LETTERS = 14 / 16;
const SLACK = 30; // what a browser sets a little higher on paper
const SHARED = { low: 320, high: 600 }; // pixels of a picture where questions share a page
const READABLE = 10; // pixels of its smallest words
const LEAST = 230; // below that a picture tells nothing: its question goes on over the page
const KEY = 34; // of the line of colours and dashes

/** Sets the form and the greatest height of every picture below `items` for a mode of printing. */
export function fitPictures(items, mode) {
  const heights = mode === "pages" ? wordsOf(items) : new Map();
  for (const figure of items.querySelectorAll(".diagram")) {
    const forms = [...figure.querySelectorAll(".dg > svg")];
    const key = figure.querySelector(".dg-key") ? KEY : 0;
    const left = SHEET.height - SLACK - key - heights.get(figure.closest(".print-item"));
    const room = mode === "pages" ? Math.max(LEAST, left) : Math.min(SHARED.high, Math.max(SHARED.low, needed(forms)));
    const best = forms.toSorted((one, other) => lettersOf(other, room) - lettersOf(one, room))[0];
    figure.style.setProperty("--room", `${Math.round(room)}px`);
    for (const form of forms) form.toggleAttribute("data-print", form === best);
  }
}

/** How high the lowest of the forms is in which all words can be read. */
const needed = (forms) => Math.min(...forms.filter((form) => lettersOf(form, Infinity) >= READABLE).map((form) => (READABLE / size(form)) * box(form).height));

/** The size of a form's smallest words in a room of that height. */
function lettersOf(form, room) {
  const { width, height } = box(form);
  return size(form) * Math.min(Number(form.getAttribute("width")) / width, SHEET.width / width, room / height);
}

/** The pixels of its smallest words, as drawn: those of drawings for phones are smaller. */
const size = (form) => (form.classList.contains("dg-narrow") ? 12 : 13);

function box(form) {
  const [, , width, height] = form.getAttribute("viewBox").split(" ").map(Number);
  return { width, height };
}

/** How high each question's words stand on a sheet, without its picture; all are laid out at once. */
function wordsOf(items) {
  items.classList.add("print-measured");
  items.style.inlineSize = `${SHEET.width / LETTERS}px`;
  const heights = new Map([...items.querySelectorAll(".print-item")].map((each) => [each, each.offsetHeight * LETTERS]));
  items.classList.remove("print-measured");
  items.style.inlineSize = "";
  return heights;
}
