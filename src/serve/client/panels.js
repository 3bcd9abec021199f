// What unfolds above the bar: the errors, and the lists of warnings, of what the rules find, and of what is left to do.
//
// Stand in element.js. Errors show themselves; a list is opened with its button in the bar. One is open at a time.

import { fill, h, icon, iconButton, rich } from './dom.js';
import { recall, remember } from './memory.js';
import { messages } from './messages.js';
import { count, word } from './words.js';

export class Panels {
  #todo = new List('todo', (list) => this.#toggle(list));
  #warnings = new List('warnings', (list) => this.#toggle(list));
  #findings = new List('findings', (list) => this.#toggle(list));
  #errors = new Errors(() => this.#toggle(null));
  #opened = null;

  buttons = [this.#todo.button, this.#warnings.button, this.#findings.button];
  elements = [this.#errors.announcement, this.#todo.element, this.#warnings.element, this.#findings.element, this.#errors.element];

  constructor(page) {
    this.page = page;
  }

  show({ errors, warnings, findings, stale, document: agreement }) {
    const open = agreement?.open ?? [];
    this.#todo.fill(open, word('nog-te-doen', { aantal: open.length }),
      () => h('ul', { class: 'tasks' }, open.map((task) => h('li', {}, rich(task)))));
    this.#warnings.fill(warnings, count(warnings.length, 'waarschuwing', 'waarschuwingen'), () => messages(warnings, this.page));
    this.#findings.fill(findings, word('nagelezen', { aantal: findings.length }), () => messages(findings, this.page));
    // Other errors come before what the reader was looking at.
    if (this.#errors.fill(errors, stale, this.page) || this.#opened?.empty) this.#opened = null;
    this.#render();
  }

  /** Closes what is open; with `focus` the reader is led back to where it was opened. */
  close(focus) {
    const { button } = this.#opened ?? {};
    this.#opened = null;
    this.#render();
    if (focus) button?.focus();
  }

  /** What Escape does: closes the list, or folds the errors when the reader is in them. */
  escape(active) {
    if (this.#opened) this.close(active !== null);
    else if (this.#errors.element.contains(active)) this.#errors.fold();
  }

  #toggle(list) {
    if (list && list === this.#opened) return this.close(true);
    this.#opened = list;
    this.#render();
    list?.body.focus();
  }

  #render() {
    for (const list of [this.#todo, this.#warnings, this.#findings]) list.open = list === this.#opened;
    this.#errors.covered = this.#opened !== null;
  }
}

/** A list behind a button. */
class List {
  constructor(id, onToggle) {
    this.icon = id;
    this.button = h('button', {
      id: `${id}-button`, type: 'button', 'aria-expanded': 'false', 'aria-controls': id, hidden: true, onclick: () => onToggle(this),
    });
    this.title = h('h2', { id: `${id}-title` });
    this.body = panelBody(id);
    this.element = panel(id, [this.title, iconButton('close', word('sluiten'), () => onToggle(this))], this.body);
  }

  fill(items, title, make) {
    this.empty = items.length === 0;
    this.button.hidden = this.empty;
    this.title.textContent = title;
    fill(this.button, title, () => [icon(this.icon), title]);
    fill(this.body, items, () => [make()]);
  }

  set open(yes) {
    this.element.hidden = !yes;
    this.button.setAttribute('aria-expanded', String(yes));
  }
}

/** The errors. What is folded stays so until there are other errors. */
class Errors {
  announcement = h('p', { class: 'vh', role: 'status' });
  #title = h('h2', { id: 'errors-title' });
  #stale = h('p', { class: 'stale' });
  #body = panelBody('errors');
  #button;
  #key = '[]';
  #covered = false;

  /** `onUnfold()` when the reader asks for the errors. */
  constructor(onUnfold) {
    this.onUnfold = onUnfold;
    this.#button = h('button', { id: 'errors-button', type: 'button', 'aria-controls': 'errors-body', onclick: () => this.#toggle() });
    this.element = panel('errors', [icon('error'), h('div', {}, this.#title, this.#stale), this.#button], this.#body);
  }

  /** Says whether there are errors that were not there before. */
  fill(errors, stale, page) {
    const key = JSON.stringify(errors);
    const others = key !== this.#key && errors.length > 0;
    this.#key = key;
    this.element.hidden = !errors.length;
    this.#title.textContent = count(errors.length, 'fout', 'fouten');
    this.#stale.textContent = stale ? word('pagina-van-ervoor') : '';
    if (others) this.announcement.textContent = this.#title.textContent;
    fill(this.#body, errors, () => [messages(errors, page)]);
    return others;
  }

  /** Whether a list is open in their place. */
  set covered(yes) {
    this.#covered = yes;
    this.#render();
  }

  fold() {
    remember('folded', this.#key);
    this.#render();
    this.#button.focus();
  }

  #toggle() {
    if (!this.#body.hidden) return this.fold();
    remember('folded', null);
    this.onUnfold();
  }

  #render() {
    const folded = this.#covered || recall('folded') === this.#key;
    this.#body.hidden = folded;
    this.#button.setAttribute('aria-expanded', String(!folded));
    fill(this.#button, folded, () => (folded ? [word('uitklappen'), icon('up')] : [word('inklappen'), icon('down')]));
  }
}

function panel(id, head, body) {
  return h('section', { id, class: 'panel', 'aria-labelledby': `${id}-title`, hidden: true },
    h('header', { class: 'panel-head' }, head), body);
}

/** Can be reached with Tab, and so be scrolled with the keys. */
function panelBody(id) {
  return h('div', { id: `${id}-body`, class: 'panel-body', tabindex: '0', role: 'group', 'aria-labelledby': `${id}-title` });
}
