// Makes elements: the one place where the other files get theirs from.

/** Makes an element: attributes, listeners (`on…`), children. What is null or false is left out. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

const madeFrom = new WeakMap();

/** Fills `element` anew, unless that would give the same: focus and scroll position inside it stay. */
export function fill(element, data, make) {
  const key = JSON.stringify(data);
  if (madeFrom.get(element) === key) return;
  madeFrom.set(element, key);
  element.replaceChildren(...make().filter(Boolean));
}

/** Text in which words between backticks are code. */
export function rich(words) {
  return words.split(/`([^`]+)`/).map((part, index) => (index % 2 ? h('code', {}, part) : part));
}

/** The address of a page or file of the output folder. */
export function addressOf(path, anchor) {
  return `/${encodeURI(path)}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;
}

export function heightOf(element) {
  return Math.ceil(element.getBoundingClientRect().height);
}

export function prefersStill() {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** A button with a picture on it, and its name for who cannot see that. */
export function iconButton(name, label, onclick, id) {
  return h('button', { id, type: 'button', class: 'plain', 'aria-label': label, title: label, onclick }, icon(name));
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg.namespaceURI, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

// Lines on a field of 16 by 16.
const ICONS = {
  calendar: 'M2.5 4.5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1zM2.5 7h11M5.5 2v3M10.5 2v3',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.5V8l2.5 1.5',
  error: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 5v3.5M8 10.75v.25',
  warnings: 'M8 2.5 14.5 13.5h-13zM8 6.5v3M8 11.5v.25',
  findings: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.25 10.25 14 14',
  done: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM5.5 8.25l1.75 1.75 3.25-4',
  todo: 'M2 4l1 1 2-2M2 8.5l1 1 2-2M2 13l1 1 2-2M7.5 4h6.5M7.5 8.5h6.5M7.5 13h6.5',
  pdf: 'M2 3.5h5.25v9H2zM8.75 3.5H14v9H8.75zM10.5 6h2M10.5 8h2',
  offline: 'M2 2l12 12M3 8.5a7 7 0 0 1 3-1.9M8.5 6.2A7 7 0 0 1 13 8.5M5.5 11a3.6 3.6 0 0 1 3.5-.8M8 13.25v.25',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
};
