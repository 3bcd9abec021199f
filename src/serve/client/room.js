// Room for the bar and the PDF beside the page: the page becomes narrower and ends higher.
//
// Held by element.js. The room is asked for in a style sheet that is not in the DOM, so morph.js never meets it, and
// not on paper. The page's own style sheets only know the whole window; they are told of the smaller one.

import { isStyleSheet } from './files.js';
import { keepingPlace } from './place.js';

export class Room {
  #sheet = new CSSStyleSheet();
  #room = { beside: 0, below: 0 };
  #css = '';

  /** Takes hold of the page. */
  start() {
    document.adoptedStyleSheets.push(this.#sheet);
    // A style sheet that comes in later has to know of the room as well. Load events do not bubble.
    document.addEventListener('load', ({ target }) => isStyleSheet(target) && fitPage(this.#room), true);
  }

  /** How many pixels are taken at the right and below, and whether the page is there no more. */
  set({ beside, below, gone }) {
    const css = `@media screen {
      html:root { padding-inline-end: ${beside}px; scroll-padding-block-end: ${below}px; }
      html:root body { padding-block-end: ${below}px; ${gone ? 'filter: grayscale(1) contrast(.9);' : ''} }
    }`;
    if (css === this.#css) return;
    const change = () => {
      this.#sheet.replaceSync(css);
      fitPage({ beside, below });
    };
    // No browser keeps the place when it is the width that changes.
    if (beside === this.#room.beside) change();
    else keepingPlace(change);
    this.#css = css;
    this.#room = { beside, below };
  }
}

/** Width in a media query: `(min-width: 40rem)`, `(width >= 40rem)`. */
const WIDTH = /(width\s*(?::|[<>]=?)\s*)([\d.]+[a-z]+)/g;
/** A length that follows the height of the window. */
const WINDOW_HEIGHT = /\d[dls]?vh\b/;

/** Lets the page's style sheets reckon with a window that is so much smaller. */
function fitPage(room) {
  for (const sheet of document.styleSheets) fitRules(sheet, room);
}

function fitRules(group, room) {
  for (const rule of rulesOf(group)) {
    // Beside the PDF the layout of a wide screen would be chosen for half of one.
    if (rule.media) {
      rewrite(rule.media, 'mediaText', room.beside, (media) => media.replace(WIDTH, `$1calc($2 + ${room.beside}px)`));
    }
    // What is as high as the window, such as a menu that stays in view, would end below the bar.
    if (rule.style && WINDOW_HEIGHT.test(rule.style.maxHeight)) {
      rewrite(rule.style, 'maxHeight', room.below, (height) => `calc(${height} - ${room.below}px)`);
    }
    fitRules(rule.styleSheet ?? rule, room);
  }
}

/** Of a sheet that is still loading some browsers refuse to give the rules; its load event brings us back here. */
function rulesOf(group) {
  try {
    return group.cssRules ?? [];
  } catch {
    return [];
  }
}

const asWritten = new WeakMap();

/** What the site says is kept, so that every next change is made from that. */
function rewrite(owner, property, pixels, change) {
  const written = asWritten.get(owner) ?? owner[property];
  asWritten.set(owner, written);
  const wanted = pixels ? change(written) : written;
  if (owner[property] !== wanted) owner[property] = wanted;
}
