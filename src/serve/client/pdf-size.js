// The size of the PDF's pane: a share of the width beside the page, on a narrow screen a share of the height below it.
//
// For pdf.js. The handle is moved with the pointer or with the arrow keys.

import { h } from './dom.js';
import { recall, remember } from './memory.js';
import { word } from './words.js';

const USUAL = 0.44;
const [SMALLEST, LARGEST] = [0.15, 0.75];
const STEPS = { ArrowLeft: 0.03, ArrowUp: 0.03, ArrowRight: -0.03, ArrowDown: -0.03, Home: -1, End: 1 };

export class PaneSize {
  handle = h('div', {
    id: 'pdf-handle', role: 'separator', tabindex: '0', 'aria-label': word('pdf-grootte'), 'aria-controls': 'pdf',
    'aria-valuemin': SMALLEST * 100, 'aria-valuemax': LARGEST * 100, 'aria-valuenow': USUAL * 100,
    onpointerdown: (event) => this.#take(event),
    onpointermove: (event) => this.#drag(event),
    onkeydown: (event) => this.#step(event),
  });
  #narrow = window.matchMedia('(max-width: 56rem)');

  constructor(onResize) {
    this.onResize = onResize;
  }

  /** Pixels beside and below the page. What is left for the page is always enough to read. */
  room(bar) {
    const narrow = this.#narrow.matches;
    this.handle.setAttribute('aria-orientation', narrow ? 'horizontal' : 'vertical');
    this.handle.setAttribute('aria-valuenow', Math.round(this.#share * 100));
    if (narrow) return { beside: 0, below: within(140, this.#share * window.innerHeight, window.innerHeight - bar - 160) };
    return { beside: within(300, this.#share * window.innerWidth, window.innerWidth - 380), below: 0 };
  }

  get #side() {
    return this.#narrow.matches ? 'pdf high' : 'pdf wide';
  }

  get #share() {
    return recall(this.#side) ?? USUAL;
  }

  set #share(share) {
    remember(this.#side, Math.min(Math.max(share, SMALLEST), LARGEST));
    this.onResize();
  }

  #take(event) {
    this.handle.setPointerCapture(event.pointerId);
    event.preventDefault();
    this.handle.focus();
  }

  #drag(event) {
    if (!this.handle.hasPointerCapture(event.pointerId)) return;
    const pane = this.handle.parentElement.getBoundingClientRect();
    this.#share = this.#narrow.matches
      ? (pane.bottom - event.clientY) / window.innerHeight
      : (pane.right - event.clientX) / window.innerWidth;
  }

  #step(event) {
    if (!Object.hasOwn(STEPS, event.key)) return;
    event.preventDefault();
    this.#share += STEPS[event.key];
  }
}

function within(least, wish, most) {
  return Math.round(Math.min(Math.max(wish, least), most));
}
