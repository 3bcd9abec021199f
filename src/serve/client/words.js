// The words of the preview.
//
// They stand among the labels of the theme: the program gives those whose keys begin with `voorbeeld-` as a script of
// its own, and the values in braces are filled in here.

import { WORDS } from './woorden.js';

/** The text of the label `voorbeeld-…`, with values filled in. */
export function word(key, values = {}) {
  return (WORDS[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/** The text of one of two labels about a number of things. */
export function count(number, one, more) {
  return word(number === 1 ? one : more, { aantal: number });
}
