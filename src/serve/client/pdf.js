// The PDF beside the page: which copy, what is wrong with it, and its pages, kept up to date.
//
// Stands in element.js. The pages themselves are in pdf-pages.js, the size of the pane is in pdf-size.js.

import { addressOf, fill, h, icon, iconButton } from './dom.js';
import { recall, remember } from './memory.js';
import { messages } from './messages.js';
import { Pages } from './pdf-pages.js';
import { PaneSize } from './pdf-size.js';
import { anchorInView } from './place.js';
import { getPdf } from './server.js';
import { word } from './words.js';

const WAIT_BEFORE_SAYING = 300;
const NOTHING = { pages: [], errors: [] };

export class PdfPane {
  #document = null;
  #toldElsewhere = new Set();
  #answer = NOTHING;
  #unanswered = false;
  #question = null;
  #asking = false;
  #settling = null;

  /** `page` is the one on screen; `onResize()` when the pane takes more or less room. */
  constructor(page, onResize) {
    this.page = page;
    this.onResize = onResize;
    this.button = h('button', {
      id: 'pdf-button', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'pdf', hidden: true, onclick: () => this.#toggle(),
    }, icon('pdf'), h('span', {}, word('pdf'), h('span', { class: 'wide' }, ' ', word('pdf-ernaast'))));
    this.copies = h('select', { id: 'pdf-copies', 'aria-label': word('pdf-welke'), onchange: () => this.#choose() });
    this.download = h('a', { id: 'pdf-download', download: '' }, icon('download'), h('span', { class: 'word' }, word('pdf-downloaden')));
    this.counter = h('p', { id: 'pdf-counter' });
    this.busy = h('p', { id: 'pdf-busy', role: 'status' });
    this.errors = h('div', { id: 'pdf-errors', tabindex: '0', role: 'group', 'aria-label': word('pdf-fouten') });
    this.pages = new Pages({
      onCount: (current, all) => { this.counter.textContent = all ? word('pdf-waar', { pagina: current, aantal: all }) : ''; },
      onLost: () => this.refresh(),
    });
    this.size = new PaneSize(onResize);
    this.element = h('section', { id: 'pdf', 'aria-label': word('pdf-van-document'), hidden: true },
      this.size.handle,
      h('header', { class: 'pdf-head' }, this.copies, this.download, this.counter,
        iconButton('close', word('pdf-sluiten'), () => this.#toggle(), 'pdf-close')),
      this.busy, this.errors, this.pages.element);
  }

  /** The room it takes beside and below the page, above a bar of so many pixels. */
  layout(bar) {
    return this.#isOpen ? this.size.room(bar) : { beside: 0, below: 0 };
  }

  /** The document that the page on screen belongs to, or null; and the errors that the panel tells already. */
  show(document, errors) {
    this.#toldElsewhere = new Set(errors.map((error) => JSON.stringify(error)));
    this.#showErrors();
    const another = document?.slug !== this.#document?.slug;
    this.#document = document;
    this.button.hidden = !document;
    if (!document) return this.#setOpen(false);
    const before = this.copies.value;
    fill(this.copies, document.copies, () => document.copies.map(({ id, title }) => h('option', { value: id }, title)));
    const wanted = this.#recalled.copy ?? before;
    this.copies.value = (document.copies.find(({ id }) => id === wanted) ?? document.copies[0]).id;
    this.#offerDownload();
    if (another) this.#setOpen(this.#recalled.open === true);
    else if (before !== this.copies.value) this.refresh();
  }

  get #isOpen() {
    return !this.element.hidden;
  }

  #toggle() {
    this.#remember({ open: !this.#isOpen });
    this.#setOpen(!this.#isOpen);
    if (!this.#isOpen) this.button.focus();
  }

  #setOpen(open) {
    if (this.#isOpen === open) return;
    this.element.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open));
    this.onResize();
    if (open) this.#refreshInView();
  }

  #choose() {
    this.#remember({ copy: this.copies.value });
    this.#offerDownload();
    this.#refreshInView();
  }

  #offerDownload() {
    this.download.href = addressOf(this.#document.copies.find(({ id }) => id === this.copies.value).download);
  }

  #refreshInView() {
    this.refresh({ anchor: anchorInView(), page: this.page }, true);
  }

  /** Follows the last change that was made in this document. */
  follow(changes) {
    this.refresh(changes.findLast((change) => change.document === this.#document?.slug && change.anchor));
  }

  /**
   * Asks for the pages as they are now, and for the place of an agreement in them. One question at a time; of those
   * that come in between, the last is asked next. `jump` goes there at once, even when it is in view.
   */
  async refresh(place, jump = false) {
    if (!this.#isOpen) return;
    this.#question = { place: place ?? this.#question?.place, jump: jump || Boolean(this.#question?.jump) };
    if (this.#asking) return;
    this.#asking = true;
    const waiting = setTimeout(() => { this.busy.textContent = word('pdf-bijgewerkt'); }, WAIT_BEFORE_SAYING);
    while (this.#question && this.#isOpen) {
      const question = this.#question;
      this.#question = null;
      await this.#ask(question);
    }
    clearTimeout(waiting);
    this.busy.textContent = '';
    this.#asking = false;
  }

  async #ask({ place, jump }) {
    const [document, copy] = [this.#document.slug, this.copies.value];
    const answer = await getPdf({ document, copy, follow: place?.anchor, page: place?.page });
    // Another copy was chosen meanwhile: its question is waiting already.
    if (document !== this.#document?.slug || copy !== this.copies.value) return;
    this.#unanswered = !answer;
    this.#answer = answer ?? this.#answer;
    this.#showErrors();
    if (!answer) return;
    this.pages.show(answer.pages);
    if (answer.follow) this.pages.scrollTo(answer.follow, jump);
    this.#settle(answer.revision);
  }

  /** Says from which revision the pages in view are, as soon as they are all there. */
  async #settle(revision) {
    this.#settling = revision;
    await this.pages.settled();
    if (this.#settling === revision) this.element.dataset.revision = revision;
  }

  /** Errors that the panel tells already are not told twice. */
  #showErrors() {
    const { errors, pages } = this.#answer;
    const own = errors.filter((error) => !this.#toldElsewhere.has(JSON.stringify(error)));
    const old = word(pages.length ? 'pdf-van-ervoor' : 'pdf-nog-niet');
    const said = this.#unanswered ? word('pdf-onbereikbaar') : errors.length > 0 && old;
    fill(this.errors, [own, said], () => (said ? [
      h('p', { class: 'stale' }, icon('error'), said),
      own.length > 0 && messages(own, this.page),
    ] : []));
  }

  get #recalled() {
    return recall(`pdf ${this.#document.slug}`) ?? {};
  }

  #remember(choice) {
    remember(`pdf ${this.#document.slug}`, { ...this.#recalled, ...choice });
  }
}
