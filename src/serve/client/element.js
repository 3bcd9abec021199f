// The element behind <body> that holds all we show: bar, panels, note and PDF.
//
// All of it lives in its shadow root, in the style of voorbeeld.css: the page's own elements are always exactly those
// of the server, and the site's style and ours cannot touch each other. voorbeeld.js tells it what there is to show.

import { Bar } from './bar.js';
import { h, heightOf } from './dom.js';
import { flash } from './flash.js';
import { Note } from './note.js';
import { Panels } from './panels.js';
import { PdfPane } from './pdf.js';
import { Room } from './room.js';
import { STYLE } from './server.js';
import { word } from './words.js';

export class PreviewElement extends HTMLElement {
  /** The last revision that is shown in full; for who waits for it. */
  revision = 0;
  #root = this.attachShadow({ mode: 'open' });
  #room = new Room();
  #flashes = h('div', { id: 'flashes' });
  #frame = h('div', { id: 'gone', hidden: true });
  #mended = false;
  #state = { errors: [], document: null };

  constructor(page) {
    super();
    this.lang = 'nl';
    this.page = page;
    this.note = new Note();
    this.panels = new Panels(page);
    this.pdf = new PdfPane(page, () => this.#layout());
    this.bar = new Bar([this.panels.buttons, this.pdf.button], () => this.panels.close());
    this.dock = h('aside', { id: 'dock', 'aria-label': word('stand-van-zaken') },
      h('div', { class: 'beside' }, this.note.element, this.panels.elements), this.bar.connection, this.bar.element);
    this.#root.append(h('link', { rel: 'stylesheet', href: STYLE, onload: () => this.#layout() }),
      this.#flashes, this.#frame, this.pdf.element, this.dock, this.bar.opener);
  }

  /** Takes its place on the page. */
  start() {
    document.documentElement.append(this);
    this.#room.start();
    window.addEventListener('resize', () => this.#layout());
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.panels.escape(this.#root.activeElement));
    const sizes = new ResizeObserver(() => this.#layout());
    for (const element of [this.dock, this.bar.element, this.bar.connection]) sizes.observe(element);
  }

  /** How things stand, as the program tells it. */
  set state(state) {
    this.#mended = this.#state.errors?.length > 0 && !state.errors.length;
    this.#state = state;
    if (this.#mended) this.note.sayMended();
    this.bar.show(state.document);
    this.panels.show(state);
    this.pdf.show(state.document, state.errors);
  }

  set connected(yes) {
    this.bar.connected = yes;
  }

  /** Whether the page on screen is one that is no longer made. */
  set gone(yes) {
    if (yes !== this.#frame.hidden) return;
    this.#frame.hidden = !yes;
    if (yes) this.note.sayGone();
    else this.note.clear();
    this.#layout();
  }

  /** Shows what changed: the elements on the page, and where else. */
  showChanges(changes, elements) {
    flash(elements, this.#flashes);
    // What is on screen is not what was written then; that is told already.
    // That all is mended is said in the place of where.
    if (this.#state.stale || this.#mended || !this.#frame.hidden) return;
    const height = window.innerHeight - heightOf(this.dock);
    this.note.sayWhere(changes, { page: this.page, slug: this.#state.document?.slug, height });
  }

  /** Gives everything its room: the page, the panels, the PDF. */
  #layout() {
    const bar = heightOf(this.bar.element) + heightOf(this.bar.connection);
    const { beside, below } = this.pdf.layout(bar);
    this.style.setProperty('--bar', `${bar}px`);
    this.style.setProperty('--beside', `${beside}px`);
    this.style.setProperty('--below', `${below}px`);
    // A PDF at the bottom stands inside the dock's height: the panels are lifted above it.
    this.#room.set({ beside, below: heightOf(this.dock), gone: !this.#frame.hidden });
  }
}
