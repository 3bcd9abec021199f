// The bar at the lower edge: how far the document is, the buttons, and the line above it when the connection is gone.
//
// Stands in element.js. The buttons are those of the panels and the PDF; each opens what it belongs to.

import { fill, h, icon, iconButton, rich } from './dom.js';
import { recall, remember } from './memory.js';
import { word } from './words.js';

const ICON_OF_TONE = { calm: 'calendar', soon: 'clock', late: 'error', done: 'done' };

export class Bar {
  connection = h('p', { id: 'connection', role: 'status' });
  #facts = h('p', { id: 'deadline' });
  #hide = iconButton('down', word('balk-verbergen'), () => this.#choose(false), 'bar-hide');
  /** Stands in the corner when the bar is hidden. */
  opener = iconButton('up', word('balk-tonen'), () => this.#choose(true), 'bar-show');

  /** `onToggle(visible)` after the reader hid or showed it. */
  constructor(buttons, onToggle) {
    this.onToggle = onToggle;
    this.element = h('div', { id: 'bar' }, this.#facts, h('div', { class: 'buttons' }, buttons, this.#hide));
    this.#setVisible(recall('bar') !== 'hidden');
  }

  /** The document that the page belongs to, or null. */
  show(agreement) {
    fill(this.#facts, agreement, () => (agreement ? [
      h('span', { class: 'status' }, h('span', { class: 'vh' }, word('status'), ' '), agreement.status),
      h('span', { class: `date ${agreement.tone}` }, icon(ICON_OF_TONE[agreement.tone]), h('span', {}, rich(agreement.deadline))),
    ] : [h('span', { class: 'quiet' }, word('volgt'))]));
  }

  set connected(yes) {
    fill(this.connection, yes, () => (yes ? [] : [icon('offline'), h('span', {}, rich(word('geen-verbinding')))]));
  }

  #choose(visible) {
    remember('bar', visible ? 'shown' : 'hidden');
    this.#setVisible(visible);
    (visible ? this.#hide : this.opener).focus();
    this.onToggle(visible);
  }

  #setVisible(visible) {
    this.element.hidden = !visible;
    this.opener.hidden = visible;
  }
}
