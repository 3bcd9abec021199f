// The browser's side of the live preview (`afspraken serve`). It starts here.
//
// The server puts this script at the end of every page that it serves; a built site has none. News comes in; the page
// on screen is changed into the new one without the reader losing place; beside it stands what an editor wants to know.
//
//   server.js    what is asked of the program        stream.js    news from the program, and connecting again
//   morph.js     the page, changed in place          files.js     style sheets and pictures with new bytes
//   place.js     where the reader is                 flash.js     lights up what changed
//   element.js   holds all that is shown beside the page:
//     bar.js       how far the document is, buttons    panels.js    errors, warnings, what is left to do
//     note.js      where something changed             messages.js  one error or warning
//     pdf.js       the PDF                             room.js      room for all this beside the page
//     pdf-pages.js its pages                           pdf-size.js  the size of its pane
//   dom.js       makes elements                      memory.js    what the reader chose
//   words.js     the words, of the labels

import { PreviewElement } from './element.js';
import { pathOf, Versions } from './files.js';
import { patch } from './morph.js';
import { keepingPlace } from './place.js';
import { getPage, getState } from './server.js';
import { Stream } from './stream.js';
import { word } from './words.js';

/** News in; page, state and PDF up to date. */
class Preview {
  #server = null;
  #heard = 0;
  #versions = new Versions();
  #changes = [];
  #pageIsOld = false;
  #missed = false;
  #running = false;
  #again = false;

  constructor(element, { page, revision, missing }) {
    this.element = element;
    this.page = page;
    this.revision = revision;
    this.pageRevision = revision;
    this.missing = missing;
  }

  /** `hello`: the first word after connecting. Between what is on screen and then any file may have changed. */
  hear({ server, revision, changes, files }, hello) {
    const nothingNew = hello && revision === this.revision && server === (this.#server ?? server);
    // Who is slow is told only the latest: then any file may have changed as well.
    const skipped = server === this.#server && revision > this.#heard + 1;
    this.#server = server;
    this.#heard = revision;
    if (!nothingNew) {
      this.#versions.add(hello || skipped ? null : files, `${revision}-${server}`);
      this.#missed ||= hello;
      this.#pageIsOld = true;
    }
    this.#changes.push(...changes);
    this.#update();
  }

  /** One round at a time. What comes in during a round gives one more. */
  async #update() {
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    while (this.#again) {
      this.#again = false;
      try {
        await this.#round();
      } catch (error) {
        console.warn(word('niet-bijgewerkt'), error);
      }
    }
    this.#running = false;
  }

  /** A question without an answer ends the round: the news that follows brings another. */
  async #round() {
    const stateComing = getState(this.page);
    // The PDF takes longest, so that it is asked for first; the page does not wait for it.
    this.element.pdf.follow(this.#changes);
    const elements = await this.#updatePage();
    if (!elements) return;
    const changes = this.#changes.splice(0);
    const state = await stateComing;
    if (!state) return;
    this.element.state = state;
    // What was missed is too long ago to light up.
    this.element.showChanges(changes, this.#missed ? [] : elements);
    this.#missed = false;
    // What is shown is as old as its oldest half.
    this.revision = Math.min(this.pageRevision, state.revision);
    this.element.revision = this.revision;
  }

  /** Gives the elements that now look different; null when the page could not be had. */
  async #updatePage() {
    if (!this.#pageIsOld) return [];
    this.#pageIsOld = false;
    const page = await getPage();
    this.#pageIsOld ||= !page;
    if (!page) return null;
    this.pageRevision = page.revision;
    // A page that is gone stays on screen. The page that says "not found" does as all others.
    this.element.gone = page.missing && !this.missing;
    if (page.missing && !this.missing) return [];
    this.missing = page.missing;
    const fresh = new DOMParser().parseFromString(page.html, 'text/html');
    this.#versions.applyTo(fresh);
    // Most browsers keep the reader's place themselves when the page changes.
    return CSS.supports('overflow-anchor', 'auto') ? patch(fresh) : keepingPlace(() => patch(fresh));
  }
}

customElements.define('afspraken-voorbeeld', PreviewElement);

const { page, revision } = document.querySelector('script[data-page]').dataset;
const [navigation] = performance.getEntriesByType('navigation');
const path = pathOf(`/${page}`);
const element = new PreviewElement(path);
const preview = new Preview(element, { page: path, revision: Number(revision), missing: navigation?.responseStatus === 404 });
const stream = new Stream({
  onNews: (news, hello) => preview.hear(news, hello),
  onStatus: (connected) => { element.connected = connected; },
});

element.start();
stream.start();
