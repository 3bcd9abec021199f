// Errors and warnings, each with its place and the lines it is about, like in the terminal.
//
// For panels.js and pdf.js. The texts come from the program; here they only get their place.

import { addressOf, h, rich } from './dom.js';
import { word } from './words.js';

/** A list of messages, as seen from `page`. */
export function messages(all, page) {
  return h('ol', { class: 'messages' }, all.map((message) => messageItem(message, page)));
}

function messageItem(message, page) {
  return h('li', { class: KINDS[message.severity] ?? 'message' },
    h('p', { class: 'what' }, h('span', { class: 'code' }, message.code), ' ', rich(message.message)),
    placeOf(message),
    excerptOf(message),
    message.notes.map((note) => h('p', { class: 'more' }, word('zie-ook', { plaats: fileAndLine(note) }), ' ', rich(note.text))),
    message.hint && h('p', { class: 'tip' }, h('strong', {}, word('tip')), ' ', rich(message.hint)),
    pageOf(message, page));
}

const KINDS = { waarschuwing: 'message warning', advies: 'message advice' };

function placeOf(message) {
  const where = fileAndLine(message);
  return h('p', { class: 'place' }, message.editor ? h('a', { href: message.editor, title: word('openen') }, where) : where);
}

function fileAndLine({ file, line }) {
  return line ? word('bestand-en-regel', { bestand: file, regel: line }) : file;
}

/** Where to see it. An error on the page that is on screen needs no link: the page is the old one. */
function pageOf(message, page) {
  if (!message.page || (message.page === page && message.severity === 'fout')) return null;
  const link = h('a', { href: addressOf(message.page, message.anchor) }, message.page_title ?? message.page);
  return h('p', { class: 'more' }, word('op-pagina'), ' ', link);
}

function excerptOf(message) {
  if (!message.excerpt.length) return null;
  const lastMarked = message.excerpt.findLast((line) => line.from != null);
  return h('div', { class: 'excerpt' }, message.excerpt.flatMap((line) => [
    h('span', { class: 'number' }, String(line.number)),
    h('code', {}, markedText(line)),
    line === lastMarked && message.label ? labelBelow(line, message.label) : null,
  ]));
}

function markedText({ text, from, to }) {
  if (from == null) return text;
  const end = to ?? text.length;
  // A mark of nothing (something is missing here) still needs to be seen.
  return [text.slice(0, from), h('mark', {}, text.slice(from, end) || '\u00a0'), text.slice(end)];
}

/** Below the mark, as in the terminal; where the line is too long to stay on one line, at its beginning. */
function labelBelow({ text, from }, label) {
  const element = h('span', { class: 'label' }, '↑ ', rich(label));
  if (text.length <= 48) element.style.paddingInlineStart = `${from}ch`;
  return element;
}
