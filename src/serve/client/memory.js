// What the reader chose, for as long as the tab is open: the bar hidden, errors folded, the PDF open and how large.

const PREFIX = 'afspraken-voorbeeld ';

export function recall(key) {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
}

/** A browser may refuse to keep it; then it is forgotten on the next page. */
export function remember(key, value) {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch { /* forgotten, then */ }
}
