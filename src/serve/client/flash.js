// Lights up for a moment what changed on the page, with boxes of our own above it.

import { h, prefersStill } from './dom.js';

/** The boxes are put in `layer`, and go by themselves. */
export function flash(elements, layer) {
  if (prefersStill()) return;
  const blocks = new Set(elements.map(blockOf).filter((block) => block && block !== document.body));
  const outermost = [...blocks].filter((block) => ![...blocks].some((other) => other !== block && other.contains(block)));
  const boxes = outermost.map((block) => block.getBoundingClientRect())
    .filter((box) => box.width && box.height && box.bottom > 0 && box.top < window.innerHeight);
  // When nearly all is new there is nothing to point at.
  const lit = boxes.reduce((sum, box) => sum + box.width * (Math.min(box.bottom, window.innerHeight) - Math.max(box.top, 0)), 0);
  if (lit > 0.75 * window.innerWidth * window.innerHeight) return;
  for (const box of boxes) {
    const mark = h('div', { class: 'flash', onanimationend: () => mark.remove() });
    mark.style.left = `${box.left + window.scrollX}px`;
    mark.style.top = `${box.top + window.scrollY}px`;
    mark.style.width = `${box.width}px`;
    mark.style.height = `${box.height}px`;
    layer.append(mark);
  }
}

function blockOf(element) {
  let block = element;
  while (block && /^(inline$|contents)/.test(getComputedStyle(block).display)) block = block.parentElement;
  return block;
}
