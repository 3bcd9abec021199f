// A quiet word above the bar: where something changed, that the errors are gone, that the page is gone.
//
// Stands in element.js. Never scrolls by itself: the reader decides whether to go there.

import { addressOf, h, icon, iconButton } from './dom.js';
import { word } from './words.js';

export class Note {
  element = h('div', { id: 'note', role: 'status' });
  #timer = 0;

  /** Goes when a next one comes, when closed, when a link in it is followed, or after `lifetime` milliseconds. */
  say(content, lifetime = 0) {
    this.clear();
    this.element.replaceChildren(...content, iconButton('close', word('melding-sluiten'), () => this.clear()));
    // Not at once: a link that is gone leads nowhere.
    for (const link of this.element.querySelectorAll('a')) link.addEventListener('click', () => setTimeout(() => this.clear()));
    if (lifetime) this.#timer = setTimeout(() => this.clear(), lifetime);
  }

  clear() {
    clearTimeout(this.#timer);
    this.element.replaceChildren();
  }

  sayMended() {
    this.say([icon('done'), h('span', {}, word('opgelost'))], 6000);
  }

  sayGone() {
    this.say([icon('error'), h('span', {}, word('pagina-weg')), h('a', { href: '/' }, word('naar-startpagina'))]);
  }

  /**
   * Says where something changed when that is not before the reader's eyes. `page` and `slug` are those on screen,
   * `height` is that of the window.
   */
  sayWhere(changes, { page, slug, height }) {
    // A document's page with everything on it shows the agreements of its other pages.
    const isHere = (change) => change.page === page
      || (change.anchor && change.document === slug && document.getElementById(change.anchor));
    const here = changes.findLast(isHere);
    if (here) this.#sayHere(here, height);
    else if (changes.length) this.#sayElsewhere(changes.at(-1), changes.length - 1);
  }

  #sayHere({ anchor, title }, height) {
    const box = anchor && document.getElementById(anchor)?.getBoundingClientRect();
    const where = box && (box.bottom < 0 ? 'gewijzigd-eerder' : box.top > height ? 'gewijzigd-verderop' : null);
    if (where) this.#sayChanged(word(where, { wat: title ?? anchor }), `#${encodeURIComponent(anchor)}`);
    else this.clear();
  }

  #sayElsewhere({ page, anchor, title }, others) {
    const wat = title ?? word('andere-pagina');
    this.#sayChanged(others ? word('gewijzigd-en-meer', { wat, aantal: others }) : word('gewijzigd', { wat }), addressOf(page, anchor));
  }

  #sayChanged(what, href) {
    this.say([h('span', {}, what), h('a', { href }, word('ga-erheen'))]);
  }
}
