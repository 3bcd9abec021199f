// The pages of the PDF in its pane. A page is fetched when it comes near the view, and an old one stays until the new
// one can be drawn: nothing flickers, and nothing moves.
//
// For pdf.js, which asks the program which pages there are.

import { h, prefersStill } from './dom.js';
import { sheetAddress } from './server.js';
import { word } from './words.js';

const BETWEEN_LOSSES = 3000;

export class Pages {
  #pages = [];
  #pageOf = new WeakMap();
  #lastLoss = 0;
  #counting = 0;
  #width = 0;
  #middle = null;
  #loading = null;

  /** `onCount(current, all)` while the reader scrolls. `onLost()` when the program no longer has a page. */
  constructor({ onCount, onLost }) {
    this.onCount = onCount;
    this.onLost = onLost;
    this.element = h('div', {
      id: 'pages', tabindex: '0', role: 'group', 'aria-label': word('pdf-paginas'), onscroll: () => this.#countSoon(),
    });
    this.near = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) this.#pageOf.get(target).near = isIntersecting;
      this.#load();
    }, { root: this.element, rootMargin: '100% 0px' });
    new ResizeObserver(() => this.#keepMiddle()).observe(this.element);
  }

  show(pages) {
    while (this.#pages.length > pages.length) this.#removeLast();
    pages.forEach((page, index) => { (this.#pages[index] ?? this.#add()).wanted = page; });
    this.#load();
    this.#countSoon();
  }

  /** Goes to a place, unless it is in view already; with `jump` always and at once. */
  scrollTo({ page, y }, jump) {
    const place = this.#pages[page]?.placeOf(y);
    if (place === undefined) return;
    const { scrollTop, clientHeight } = this.element;
    const inView = place > scrollTop + clientHeight * 0.05 && place < scrollTop + clientHeight * 0.75;
    if (inView && !jump) return;
    this.element.scrollTo({ top: place - clientHeight * 0.2, behavior: jump || prefersStill() ? 'instant' : 'smooth' });
  }

  /** When the scrolling is done and the pages in view are all there. */
  async settled() {
    let top = null;
    while (top !== this.element.scrollTop) {
      top = this.element.scrollTop;
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    }
    await this.#loading;
  }

  /** One page at a time, the one before the reader's eyes first: two that are drawn at once are both late. */
  #load() {
    this.#loading ??= this.#loadAll().finally(() => { this.#loading = null; });
  }

  async #loadAll() {
    for (let page = this.#next(); page; page = this.#next()) await page.load();
  }

  #next() {
    const { scrollTop, clientHeight } = this.element;
    const distance = ({ element }) => Math.abs(element.offsetTop + element.offsetHeight / 2 - scrollTop - clientHeight / 2);
    const waiting = this.#pages.filter((page) => page.isWaiting);
    return waiting.reduce((nearest, page) => (!nearest || distance(page) < distance(nearest) ? page : nearest), null);
  }

  #add() {
    const page = new Page(this.#pages.length + 1, () => this.#lost());
    this.#pages.push(page);
    this.#pageOf.set(page.element, page);
    this.element.append(page.element);
    this.near.observe(page.element);
    return page;
  }

  #removeLast() {
    const { element } = this.#pages.pop();
    this.near.unobserve(element);
    element.remove();
  }

  /** There are newer pages. Not asked too often, in case the page itself is wrong. */
  #lost() {
    if (Date.now() - this.#lastLoss < BETWEEN_LOSSES) return;
    this.#lastLoss = Date.now();
    this.onLost();
  }

  #countSoon() {
    this.#counting ||= requestAnimationFrame(() => {
      this.#counting = 0;
      const middle = this.element.scrollTop + this.element.clientHeight / 2;
      const current = Math.max(this.#pages.findLastIndex(({ element }) => element.offsetTop <= middle), 0);
      this.onCount(current + 1, this.#pages.length);
      const page = this.#pages[current]?.element;
      if (page && this.#width === this.element.clientWidth) this.#middle = { page, share: (middle - page.offsetTop) / page.offsetHeight };
    });
  }

  /** In a wider pane the pages are higher: what is in the middle stays there. */
  #keepMiddle() {
    const { clientWidth, clientHeight } = this.element;
    if (clientWidth !== this.#width && this.#middle?.page.isConnected) {
      const { page, share } = this.#middle;
      this.element.scrollTop = page.offsetTop + share * page.offsetHeight - clientHeight / 2;
    }
    this.#width = clientWidth;
    this.#countSoon();
  }
}

/** One page. */
class Page {
  element = h('div', { class: 'page' });
  near = false;
  #wanted = {};
  #picture;
  #tried = null;

  constructor(number, onLost) {
    this.onLost = onLost;
    this.#picture = h('img', { alt: word('pdf-pagina', { pagina: number }) });
    this.element.append(this.#picture);
  }

  set wanted(page) {
    this.#wanted = page;
    this.element.style.aspectRatio = `${page.width} / ${page.height}`;
    if (!this.#isShown) this.#picture.dataset.id = page.id;
  }

  /** Whether it should be seen as it is now, and is not yet. */
  get isWaiting() {
    const { id } = this.#wanted;
    return this.near && id !== this.#tried && !(this.#isShown && this.#picture.dataset.id === id);
  }

  /** Where, in the list of pages, something is that stands `y` points below the top of this page. */
  placeOf(y) {
    return this.element.offsetTop + (y / this.#wanted.height) * this.element.offsetHeight;
  }

  get #isShown() {
    return this.#picture.hasAttribute('src');
  }

  async load() {
    const { id } = this.#wanted;
    this.#tried = id;
    const picture = h('img', { alt: this.#picture.alt, 'data-id': id, src: sheetAddress(id) });
    await picture.decode().catch(() => { /* also said of an SVG that is fine, by browsers that cannot decode it ahead */ });
    if (id !== this.#wanted.id) return;
    if (!picture.naturalWidth) return this.onLost();
    this.#picture.replaceWith(picture);
    this.#picture = picture;
  }
}
