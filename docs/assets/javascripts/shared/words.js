// What the interface says, in the language of the site. English stands in the code; a site in another language loads
// assets/words.js before all modules, which puts its words under the English ones:
//
//     window.__words = {"Copied": "Kopiert", "{count} cards": {one: "{count} Karte", other: "{count} Karten"}}
//
//     say("Copied")                                   ->  "Kopiert"
//     sayCount(1, "{count} card", "{count} cards")    ->  "1 Karte"
//     sayAround("Did you mean {word}?", {word: link}) ->  ["Meintest du ", link, "?"]
//
// What stands behind a bar tells apart words that are one in English: "Print|verb".
const table = globalThis.__words ?? {};
let rules = null;

const shown = (text) => text.split("|", 1)[0];
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);

/** The words for an English text, with values for its {names}. */
export const say = (text, values = {}) => fill(table[text] ?? shown(text), values);

/** So many of something, in the form that the number asks for. */
export function sayCount(count, one, many, values = {}) {
  const forms = table[many];
  if (!forms) return fill(count === 1 ? one : many, { count, ...values });
  rules ??= new Intl.PluralRules(document.documentElement.lang);
  return fill(forms[rules.select(count)] ?? forms.other ?? forms, { count, ...values });
}

/** The words as pieces round elements, which stand for {names} in the text. */
export function sayAround(text, parts) {
  return (table[text] ?? shown(text)).split(/(\{\w+\})/).filter(Boolean).map((piece) => parts[piece.slice(1, -1)] ?? piece);
}

/** Several things, as in "“cache”, “index”". */
export const sayList = (items) => items.join(say(", "));
