// What of a page's text nobody can read, as the browser has laid it out. Runs inside the page, so it knows nothing but
// what it is given and what stands in it.
//
// A text is measured line by line. Of each line only the part where letters have ink is looked at, since browsers give
// the height of the font, in which lines of a tight heading may touch. What is hidden on purpose is left out: text for
// screen readers alone (cut to a pixel), the link that skips to the content until it has focus, and what no reader sees at all
// (`hidden`, closed details, transparent).
export function illegible() {
  const SLACK = 1.5; // pixels: fractions that rounding and kerning bring
  const INK = { top: 0.2, bottom: 0.16 }; // of the height of a line: above capitals, below descenders
  const found = [];
  const root = document.documentElement;
  const width = root.clientWidth;
  const parts = new Map();

  if (root.scrollWidth > width + SLACK) report('scrolls sideways', root, `${root.scrollWidth - width} pixels beyond ${width}`);
  const lines = readLines();
  for (const line of lines) whereItEnds(line);
  over(lines.filter((line) => line.seen));
  afterJumps();
  return found;

  function report(kind, element, text) {
    found.push({ kind, at: nameOf(element), text: text.trim().replace(/\s+/g, ' ').slice(0, 60) });
  }

  function nameOf(element) {
    const names = [];
    for (let at = element; at && at !== document.body && names.length < 4; at = at.parentElement) {
      const classes = typeof at.className === 'string' ? at.className.trim().split(/\s+/).filter(Boolean) : [];
      names.unshift([at.localName, ...classes].join('.'));
    }
    return names.join(' > ');
  }

  // Every line of every text that somebody is meant to see.
  function readLines() {
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'OPTION'].includes(element.tagName)) continue;
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) || partOf(element).hidden) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // Text in a drawing can be turned, so that its box says nothing; such drawings have their own law.
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1) continue;
        lines.push({ element, text: node.data, ...ink(box) });
      }
    }
    return lines;
  }

  function ink(box) {
    return { left: box.left, right: box.right, top: box.top + box.height * INK.top, bottom: box.bottom - box.height * INK.bottom };
  }

  // What an element does with the text in it, and the element around it: asked once of each.
  function partOf(element) {
    let part = parts.get(element);
    if (part) return part;
    const style = getComputedStyle(element);
    const outer = element === document.body ? null : partOf(element.parentElement);
    const cuts = outer && style.display !== 'inline' && (style.overflowX !== 'visible' || style.overflowY !== 'visible');
    const box = cuts && element.getBoundingClientRect();
    const tiny = cuts && style.position === 'absolute' && element.offsetWidth <= 1 && element.offsetHeight <= 1;
    part = {
      outer,
      position: style.position,
      placed: style.position !== 'static' || style.transform !== 'none',
      hidden: tiny || element.matches('body > a[href^="#"]:first-child:not(:focus)') || Boolean(outer?.hidden),
      cuts: cuts && [
        { from: 'left', to: 'right', start: box.left + element.clientLeft, size: element.clientWidth, way: style.overflowX, scrolled: element.scrollLeft },
        { from: 'top', to: 'bottom', start: box.top + element.clientTop, size: element.clientHeight, way: style.overflowY, scrolled: element.scrollTop },
      ].filter(({ way }) => way !== 'visible'),
    };
    parts.set(element, part);
    return part;
  }

  // Follows a line outwards: what cuts it off, and what can be scrolled to show it. Leaves in `seen` the part that is
  // seen without scrolling, or null when there is none.
  function whereItEnds(line) {
    line.seen = null;
    const seen = { left: line.left, right: line.right, top: line.top, bottom: line.bottom };
    let escapes = false; // an element that is placed by a further ancestor is not cut off by those in between
    for (let part = partOf(line.element); part; part = part.outer) {
      for (const { from, to, start, size, way, scrolled } of !part.cuts || (escapes && !part.placed) ? [] : part.cuts) {
        const scrolls = way === 'auto' || way === 'scroll';
        const early = seen[from] < start - (scrolls ? scrolled : 0) - SLACK;
        const late = !scrolls && seen[to] > start + size + SLACK;
        if (early || late) return report('clipped', line.element, line.text);
        seen[from] = Math.max(seen[from], start);
        seen[to] = Math.min(seen[to], start + size);
      }
      if (seen.right - seen.left < 1 || seen.bottom - seen.top < 1) return undefined;
      if (part.placed) escapes = part.position === 'absolute';
      if (part.position === 'fixed') break;
    }
    if (seen.left < -SLACK || seen.right > width + SLACK || seen.bottom + scrollY < SLACK) report('outside the page', line.element, line.text);
    line.seen = seen;
    return undefined;
  }

  // Pairs of lines that lie over each other.
  function over(lines) {
    const sorted = [...lines].sort((a, b) => a.seen.top - b.seen.top);
    const near = [];
    for (const line of sorted) {
      for (let i = near.length - 1; i >= 0; i -= 1) {
        if (near[i].seen.bottom <= line.seen.top) {
          near.splice(i, 1);
        } else if (touch(near[i].seen, line.seen)) {
          report('over each other', line.element, `${line.text.trim().slice(0, 28)} | ${near[i].text.trim().slice(0, 28)}`);
        }
      }
      near.push(line);
    }
  }

  function touch(a, b) {
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;
  }

  function firstLineOf(target) {
    const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT, (node) => (node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
    const node = walker.nextNode();
    if (!node) return null;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getClientRects()[0];
    return box && { ...ink(box), element: node.parentElement, text: node.data };
  }

  // A header that stays may not lie over what a link on the page jumps to.
  function afterJumps() {
    const stays = [...parts].filter(([, { position }]) => position === 'fixed' || position === 'sticky').map(([element]) => element);
    if (stays.length === 0) return;
    const place = [scrollX, scrollY];
    const targets = new Set([...document.querySelectorAll('a[href^="#"]')].map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))));
    for (const target of [...targets].filter(Boolean).slice(0, 6)) {
      target.scrollIntoView({ behavior: 'instant', block: 'start' });
      const line = firstLineOf(target);
      if (!line || line.top < 0 || line.bottom > innerHeight || line.left < 0) continue;
      const top = document.elementFromPoint((line.left + Math.min(line.right, width)) / 2, (line.top + line.bottom) / 2);
      if (top && stays.some((element) => element.contains(top) && !element.contains(line.element))) report('behind what stays', line.element, line.text);
    }
    scrollTo({ left: place[0], top: place[1], behavior: 'instant' });
  }
}
