// The browser's side of the live preview (`afspraken serve`).
//
// The server puts this module at the end of every page that it serves; a built site has no script. It listens for new
// revisions, changes the page on screen into the new one without losing the reader's place, and shows beside it what
// an editor wants to know: what is wrong, what is left to do before the deadline, and the PDF.
//
// All that is shown by this module lives in the shadow root of one element behind <body>, and all room it needs is
// asked for in a style sheet that is not in the DOM. So the page's own elements are always exactly those of the
// server, and the site's style and ours cannot touch each other. Texts of the program arrive ready to be shown.
//
// Order: the page (patch, files, place, marks) – the connection – the interface – messages – the PDF – the preview,
// which ties these together – small tools.

const API = '/_afspraken/';
const QUIET_BEFORE_OFFLINE = 1500;
const RETRY_FIRST = 1000;
const RETRY_LAST = 5000;
const HIDDEN_BEFORE_REST = 15000;

// ---------- The page: from what is on screen to what the server has now ----------

/**
 * Changes the document into `fresh` with as few steps as it can, and returns the elements of the body that now look
 * different. Elements that stay are the same objects as before: their focus, selection, scroll position and what was
 * typed in them stay with them.
 */
function patch(fresh) {
  // Scripts are not run again. Not taking them along is the one way that holds in every browser.
  for (const script of fresh.querySelectorAll('script')) script.remove();
  const changed = new Set();
  morphAttributes(document.documentElement, fresh.documentElement, new Set());
  morphElement(document.head, fresh.head, new Set());
  morphElement(document.body, fresh.body, changed);
  return [...changed].filter((element) => element.isConnected);
}

function morphElement(live, fresh, changed) {
  morphAttributes(live, fresh, changed);
  morphChildren(live, fresh, changed);
}

function morphNode(live, fresh, changed) {
  if (live.isEqualNode(fresh)) return;
  if (live.nodeType !== Node.ELEMENT_NODE) {
    live.nodeValue = fresh.nodeValue;
    if (live.parentElement) changed.add(live.parentElement);
  } else if (isStyleSheet(live)) {
    swapStyleSheet(live, fresh);
  } else {
    morphElement(live, fresh, changed);
  }
}

function morphAttributes(live, fresh, changed) {
  for (const { name, value, namespaceURI } of fresh.attributes) {
    if (isReaders(live, name) || live.getAttribute(name) === value) continue;
    live.setAttributeNS(namespaceURI, name, value);
    if (name === 'src' || name === 'class') changed.add(live);
  }
  for (const { name } of [...live.attributes]) {
    if (!isReaders(live, name) && !fresh.hasAttribute(name)) live.removeAttribute(name);
  }
}

/** What the reader or the browser may have set. The server writes no `style`: the policy on scripts and styles forbids it. */
function isReaders(element, attribute) {
  return attribute === 'style' || (attribute === 'open' && element.localName === 'details');
}

function morphChildren(parent, fresh, changed) {
  const old = [...parent.childNodes].filter(isOfPage);
  const next = [...fresh.childNodes];
  const shortest = Math.min(old.length, next.length);
  let start = 0;
  while (start < shortest && old[start].isEqualNode(next[start])) start += 1;
  let tail = 0;
  while (tail < shortest - start && old.at(-1 - tail).isEqualNode(next.at(-1 - tail))) tail += 1;

  const pairs = align(old.slice(start, old.length - tail), next.slice(start, next.length - tail));
  let before = old[old.length - tail] ?? null;
  for (const [live, wanted] of pairs.reverse()) {
    if (!wanted) {
      live.remove();
    } else if (live) {
      morphNode(live, wanted, changed);
      before = live;
    } else {
      before = parent.insertBefore(document.importNode(wanted, true), before);
      markInserted(before, changed);
    }
  }
}

function markInserted(node, changed) {
  if (node.nodeType === Node.ELEMENT_NODE) changed.add(node);
  else if (node.nodeValue.trim()) changed.add(node.parentElement);
}

/** Scripts stay as they are, and a style sheet whose successor is loading goes by itself. */
function isOfPage(node) {
  return node.localName !== 'script' && !leaving.has(node);
}

/** Pairs of nodes that belong together, in order; `null` stands opposite what is only old or only new. */
function align(old, next) {
  const pairs = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...commonNodes(old, next), [old.length, next.length]]) {
    pairs.push(...pairByKind(old.slice(i, a), next.slice(j, b)));
    if (a < old.length) pairs.push([old[a], next[b]]);
    [i, j] = [a + 1, b + 1];
  }
  return pairs;
}

/**
 * Positions [old, next] of the nodes that both sides have, by id or by being equal: a longest common subsequence. Blank
 * text between elements weighs little, or it would decide what belongs together.
 */
function commonNodes(old, next) {
  const [n, m] = [old.length, next.length];
  // One against one needs no search, and a search must never be what the reader waits for.
  if (n * m <= 1 || n * m > 4e6) return [];
  const [oldKeys, nextKeys] = [old.map(keyOf), next.map(keyOf)];
  const weights = next.map((node) => (node.nodeType === Node.TEXT_NODE && !node.data.trim() ? 1 : 8));
  const width = m + 1;
  const best = new Uint32Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let j = m - 1; j >= 0; j -= 1) {
      const skipped = Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
      const taken = oldKeys[i] === nextKeys[j] ? best[(i + 1) * width + j + 1] + weights[j] : 0;
      best[i * width + j] = Math.max(skipped, taken);
    }
  }
  const common = [];
  let [i, j] = [0, 0];
  while (i < n && j < m) {
    const here = best[i * width + j];
    if (oldKeys[i] === nextKeys[j] && here === best[(i + 1) * width + j + 1] + weights[j]) {
      common.push([i, j]);
      [i, j] = [i + 1, j + 1];
    } else if (here === best[(i + 1) * width + j]) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return common;
}

function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return `${node.nodeName} ${node.nodeValue}`;
  if (node.id) return `${node.localName}#${node.id}`;
  return node.localName === 'link' ? kindOf(node) : node.outerHTML;
}

/** Within a stretch where all is different, what is of one kind and in the same order is taken for the same thing, edited. */
function pairByKind(old, next) {
  const pairs = [];
  let from = 0;
  for (const wanted of next) {
    const kind = kindOf(wanted);
    const at = old.findIndex((node, index) => index >= from && kindOf(node) === kind);
    if (at < 0) {
      pairs.push([null, wanted]);
    } else {
      pairs.push(...old.slice(from, at).map((node) => [node, null]), [old[at], wanted]);
      from = at + 1;
    }
  }
  return [...pairs, ...old.slice(from).map((node) => [node, null])];
}

function kindOf(node) {
  // Links of the head with another relation, or style sheets with another address, never turn into each other.
  return node.localName === 'link' ? `link ${node.rel} ${isStyleSheet(node) ? pathOf(node.href) : ''}` : node.nodeName;
}

// ---------- Files: style sheets and pictures with new bytes ----------

const leaving = new WeakSet();

function isStyleSheet(node) {
  return node.localName === 'link' && node.relList.contains('stylesheet');
}

/** The old sheet stays until the new one is there: the page is never without style. */
function swapStyleSheet(live, fresh) {
  const next = document.importNode(fresh);
  leaving.add(live);
  next.addEventListener('load', () => live.remove(), { once: true });
  next.addEventListener('error', () => {
    // An error is also reported when only something that the sheet imports is missing.
    if (next.sheet?.cssRules.length) return live.remove();
    leaving.delete(live);
    next.remove();
  }, { once: true });
  live.after(next);
}

/**
 * Which files changed since the page was loaded. A new document gets their addresses with a version (`?v=…`) before it
 * is compared with the page; the comparison then finds by itself what has to be loaded again, and never undoes it.
 */
class Versions {
  #pictures = new Map();
  #allPictures = '';
  #styleSheets = '';

  /** `files` is null when it is not known what changed: the program was started again, or events were missed. */
  add(files, version) {
    if (!files) this.#allPictures = version;
    for (const file of files ?? []) this.#pictures.set(file, version);
    // A style sheet may name fonts, pictures and other sheets; what it names cannot be seen from here.
    if (!files || files.some((file) => file.endsWith('.css') || file.startsWith('static/'))) this.#styleSheets = version;
  }

  applyTo(fresh) {
    if (!this.#styleSheets && !this.#allPictures && !this.#pictures.size) return;
    for (const link of fresh.querySelectorAll('link[href]')) this.#stamp(link, 'href');
    for (const picture of fresh.querySelectorAll('img[src]')) this.#stamp(picture, 'src');
    for (const image of fresh.querySelectorAll('svg image')) {
      this.#stamp(image, image.hasAttribute('href') ? 'href' : 'xlink:href');
    }
    for (const element of fresh.querySelectorAll('img[srcset], source[srcset]')) {
      const candidates = element.getAttribute('srcset');
      element.setAttribute('srcset', candidates.replace(/(^|,\s*)([^\s,]+)/g, (_, before, url) => before + this.#versioned(url)));
    }
  }

  #stamp(element, attribute) {
    const url = element.getAttribute(attribute);
    if (!url) return;
    const stamped = isStyleSheet(element) ? withVersion(url, this.#styleSheets) : this.#versioned(url);
    if (stamped !== url) element.setAttribute(attribute, stamped);
  }

  #versioned(url) {
    return withVersion(url, this.#pictures.get(pathOf(url)) ?? this.#allPictures);
  }
}

function withVersion(url, version) {
  return version && !url.startsWith('data:') ? `${url.split('?')[0]}?v=${version}` : url;
}

/** The path in the output folder that an address on this page leads to. */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, document.baseURI).pathname.slice(1));
  } catch {
    return '';
  }
}

// ---------- Place and marks ----------

/** Runs `change` with the text at the top of the window staying where it is. */
function keepingPlace(change) {
  const anchor = window.scrollY === 0 ? null : elementAtTop();
  const top = anchor?.getBoundingClientRect().top;
  const result = change();
  const shift = anchor?.isConnected ? anchor.getBoundingClientRect().top - top : 0;
  // Scrolling by nothing would still stop a smooth scroll that is under way.
  if (Math.abs(shift) >= 1) window.scrollBy({ top: shift, behavior: 'instant' });
  return result;
}

function elementAtTop() {
  for (let y = 4; y < window.innerHeight / 2; y += 16) {
    const element = document.elementFromPoint(document.body.clientWidth / 2, y);
    // Between two paragraphs the point falls in what holds them, and its top says nothing of what is being read.
    if (element?.closest('body') && element.offsetHeight < window.innerHeight / 2) return element;
  }
  return null;
}

/** The agreement or heading that is being read: the last one to have passed the upper third of the window. */
function anchorInView() {
  // Ids that begin with an underscore are the theme's; the PDF does not know them.
  const anchors = [...document.querySelectorAll('main [id]:not([id^="_"])')];
  return anchors.findLast((element) => element.getBoundingClientRect().top < window.innerHeight / 3)?.id ?? anchors[0]?.id ?? null;
}

/** Lights up what changed, with boxes of our own above the page. */
function flash(elements, layer) {
  if (!elements.length || prefersStill()) return;
  const blocks = new Set(elements.map(blockOf).filter((block) => block && block !== document.body));
  const outermost = [...blocks].filter((block) => ![...blocks].some((other) => other !== block && other.contains(block)));
  const boxes = outermost.map((block) => block.getBoundingClientRect())
    .filter((box) => box.width && box.height && box.bottom > 0 && box.top < window.innerHeight);
  for (const box of boxes.slice(0, 40)) {
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

// ---------- The connection ----------

/** Listens for revisions for as long as the page is open, however often the program stops and starts. */
class Connection {
  #source = null;
  #retry = 0;
  #delay = RETRY_FIRST;
  #quiet = 0;
  #rest = 0;

  /** `onNews(news, hello)`: `hello` says that it is the first word after (re)connecting. `onStatus(connected)`. `onWake()`. */
  constructor(onNews, onStatus, onWake) {
    this.onNews = onNews;
    this.onStatus = onStatus;
    const wake = () => {
      clearTimeout(this.#rest);
      this.open();
      onWake();
    };
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#restSoon() : wake()));
    window.addEventListener('online', wake);
    window.addEventListener('pageshow', (event) => event.persisted && wake());
    window.addEventListener('pagehide', () => this.#close());
  }

  /** A page that nobody has looked at yet waits with connecting. */
  start() {
    if (!document.hidden) this.open();
  }

  open() {
    if (this.#source && this.#source.readyState !== EventSource.CLOSED) return;
    this.#close();
    const source = new EventSource(`${API}events`);
    this.#source = source;
    let hello = true;
    source.addEventListener('open', () => this.#up());
    source.addEventListener('error', () => this.#down());
    source.addEventListener('revision', (event) => {
      const news = parseJson(event.data);
      if (news) this.onNews(news, hello);
      hello = false;
    });
  }

  #up() {
    clearTimeout(this.#quiet);
    this.#quiet = 0;
    this.#delay = RETRY_FIRST;
    this.onStatus(true);
  }

  /** Browsers differ in when they try again, and some give up: so the trying is ours. */
  #down() {
    this.#close();
    this.#quiet ||= setTimeout(() => this.onStatus(false), QUIET_BEFORE_OFFLINE);
    this.#retry = setTimeout(() => this.open(), this.#delay);
    this.#delay = Math.min(this.#delay * 1.5, RETRY_LAST);
  }

  /** A browser opens six connections to one address: tabs that nobody looks at must not keep them all. */
  #restSoon() {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#close(), HIDDEN_BEFORE_REST);
  }

  #close() {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }
}

// ---------- The interface ----------

/** Room for the bar and the PDF beside the page. Not in the DOM, so no patch can meet it; not on paper either. */
class Room {
  #sheet = new CSSStyleSheet();
  #css = '';
  #beside = 0;

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet);
    // Load events do not bubble. A style sheet that comes in later has to know of the room as well.
    document.addEventListener('load', ({ target }) => isStyleSheet(target) && shiftMediaQueries(this.#beside), true);
  }

  set({ below, beside, gone }) {
    const css = `@media screen {
      html:root { padding-inline-end: ${beside}px; scroll-padding-block-end: ${below}px; }
      html:root body { padding-block-end: ${below}px; ${gone ? 'filter: grayscale(1) contrast(.9);' : ''} }
    }`;
    if (css === this.#css) return;
    this.#css = css;
    if (beside === this.#beside) return this.#sheet.replaceSync(css);
    this.#beside = beside;
    // No browser keeps the place when it is the room that changes.
    keepingPlace(() => {
      this.#sheet.replaceSync(css);
      shiftMediaQueries(beside);
    });
  }
}

/** Width in a media query: `(min-width: 40rem)`, `(width >= 40rem)`. */
const WIDTH = /(width\s*(?::|[<>]=?)\s*)([\d.]+[a-z]+)/g;
const mediaAsWritten = new WeakMap();

/**
 * Lets the page's style sheets reckon with a window that is `pixels` narrower. A media query only knows the whole
 * window: beside the PDF it would choose the layout of a wide screen for half of one.
 */
function shiftMediaQueries(pixels) {
  for (const sheet of document.styleSheets) shiftMediaIn(sheet, pixels);
}

function shiftMediaIn(group, pixels) {
  for (const rule of rulesOf(group)) {
    if (rule.media) shiftMedia(rule, pixels);
    shiftMediaIn(rule.styleSheet ?? rule, pixels);
  }
}

/** Of a sheet that is still loading some browsers refuse to give the rules; its load event brings us back here. */
function rulesOf(group) {
  try {
    return group.cssRules ?? [];
  } catch {
    return [];
  }
}

function shiftMedia(rule, pixels) {
  const written = mediaAsWritten.get(rule) ?? rule.media.mediaText;
  mediaAsWritten.set(rule, written);
  const shifted = pixels === 0 ? written : written.replace(WIDTH, `$1calc($2 + ${pixels}px)`);
  if (rule.media.mediaText !== shifted) rule.media.mediaText = shifted;
}

const OFFLINE = 'Geen verbinding met het programma. Loopt `afspraken serve` nog? Deze pagina wordt vanzelf bijgewerkt als het weer loopt.';

/** The element that holds all we show: bar, panels, note and PDF. `revision` is the last one that was applied. */
class PreviewElement extends HTMLElement {
  revision = 0;
  #root = this.attachShadow({ mode: 'open' });
  #room = new Room();
  #state = {};
  #opened = null;
  #gone = false;
  #noteTimer = 0;

  build(page) {
    this.lang = 'nl';
    this.page = page;
    this.parts = this.#parts();
    this.pdf = new PdfPane(page, {
      onResize: () => this.#layout(),
      onToggle: (open) => {
        this.#render();
        if (!open) this.parts.pdfButton.focus();
      },
    });
    this.#root.append(
      h('link', { rel: 'stylesheet', href: `${API}voorbeeld.css`, onload: () => this.#layout() }),
      this.parts.flashes, this.parts.frame, this.pdf.element, this.parts.dock, this.parts.show,
    );
    this.#root.addEventListener('keydown', (event) => event.key === 'Escape' && this.#closeList());
    window.addEventListener('resize', () => this.#layout());
    document.documentElement.append(this);
    const sizes = new ResizeObserver(() => this.#layout());
    sizes.observe(this.parts.dock);
    sizes.observe(this.parts.bar);
    this.#render();
  }

  // One place where the shape of everything can be read.
  #parts() {
    const opener = (id, controls, onclick) => h('button', {
      id, type: 'button', 'aria-expanded': 'false', 'aria-controls': controls, hidden: true, onclick,
    });
    const body = (id, title) => h('div', { id, class: 'panel-body', tabindex: '0', role: 'group', 'aria-labelledby': title });
    const drawer = (id) => h('section', { id, class: 'panel', 'aria-labelledby': `${id}-title`, hidden: true },
      h('header', { class: 'panel-head' }, h('h2', { id: `${id}-title` }), iconButton('close', 'Sluiten', () => this.#closeList())),
      body(`${id}-body`, `${id}-title`));
    const p = {
      flashes: h('div', { id: 'flashes' }),
      frame: h('div', { id: 'gone', hidden: true }),
      announce: h('p', { class: 'vh', role: 'status' }),
      note: h('div', { id: 'note', role: 'status' }),
      todo: drawer('todo'),
      warnings: drawer('warnings'),
      errorsTitle: h('h2', { id: 'errors-title' }),
      errorsStale: h('p', { class: 'stale' }),
      errorsButton: opener('errors-button', 'errors-body', () => this.#toggleErrors()),
      errorsBody: body('errors-body', 'errors-title'),
      connection: h('p', { id: 'connection', role: 'status' }),
      facts: h('p', { id: 'deadline' }),
      todoButton: opener('todo-button', 'todo', () => this.#toggleList('todo')),
      warningsButton: opener('warnings-button', 'warnings', () => this.#toggleList('warnings')),
      pdfButton: opener('pdf-button', 'pdf', () => this.pdf.toggle()),
      hide: iconButton('down', 'Balk verbergen', () => this.#setBar(false), 'bar-hide'),
      show: iconButton('up', 'Balk tonen', () => this.#setBar(true), 'bar-show'),
    };
    p.errorsButton.hidden = false;
    p.pdfButton.append(icon('pdf'), 'PDF ernaast');
    p.errors = h('section', { id: 'errors', class: 'panel', 'aria-labelledby': 'errors-title', hidden: true },
      h('header', { class: 'panel-head' }, icon('error'), h('div', {}, p.errorsTitle, p.errorsStale), p.errorsButton),
      p.errorsBody);
    p.bar = h('div', { id: 'bar' }, p.facts,
      h('div', { class: 'buttons' }, p.todoButton, p.warningsButton, p.pdfButton, p.hide));
    p.dock = h('aside', { id: 'dock', 'aria-label': 'Voorbeeld: stand van zaken' },
      p.announce, h('div', { class: 'beside' }, p.note, p.todo, p.warnings, p.errors), p.connection, p.bar);
    return p;
  }

  set state(state) {
    const before = list(this.#state.errors).length;
    const changed = keyOfMessages(this.#state.errors) !== keyOfMessages(state.errors);
    this.#state = state;
    const now = list(state.errors).length;
    if (changed && now) {
      this.#opened = null;
      this.parts.announce.textContent = count(now, 'fout', 'fouten');
    }
    if (before && !now) this.note([icon('done'), text('Alle fouten zijn opgelost.')], 6000);
    this.pdf.show(state.document ?? null, list(state.errors));
    this.#render();
  }

  get state() {
    return this.#state;
  }

  set connected(yes) {
    const { connection } = this.parts;
    if (yes === !connection.hasChildNodes()) return;
    connection.replaceChildren(...(yes ? [] : [icon('offline'), h('span', {}, rich(OFFLINE))]));
  }

  get gone() {
    return this.#gone;
  }

  set gone(yes) {
    if (yes === this.#gone) return;
    this.#gone = yes;
    this.parts.frame.hidden = !yes;
    if (yes) this.note([icon('error'), text('Deze pagina is er niet meer. '), h('a', { href: '/' }, 'Naar de startpagina')]);
    else this.note(null);
    this.#layout();
  }

  /** A quiet word above the bar; goes when a next one comes, when closed, or after `lifetime` milliseconds. */
  note(content, lifetime = 0) {
    const { note } = this.parts;
    clearTimeout(this.#noteTimer);
    if (!content) return note.replaceChildren();
    note.replaceChildren(...content, iconButton('close', 'Melding sluiten', () => this.note(null)));
    for (const link of note.querySelectorAll('a')) link.addEventListener('click', () => setTimeout(() => this.note(null)));
    if (lifetime) this.#noteTimer = setTimeout(() => this.note(null), lifetime);
  }

  flash(elements) {
    flash(elements, this.parts.flashes);
  }

  /** How high the window is to the eye: without what lies over the page's lower edge. */
  get viewHeight() {
    return window.innerHeight - heightOf(this.parts.dock);
  }

  #render() {
    const { parts: p } = this;
    const agreement = this.#state.document;
    const [errors, warnings, open] = [list(this.#state.errors), list(this.#state.warnings), list(agreement?.open)];
    this.#renderFacts(agreement);
    this.#renderErrors(errors);
    this.#renderList('todo', open, `Nog te doen (${open.length})`,
      () => h('ul', { class: 'tasks' }, open.map((task) => h('li', {}, rich(task)))));
    this.#renderList('warnings', warnings, count(warnings.length, 'waarschuwing', 'waarschuwingen'),
      () => messages(warnings, this.page));
    p.pdfButton.hidden = !this.pdf.available;
    p.pdfButton.setAttribute('aria-expanded', String(this.pdf.opened));
    p.bar.hidden = memory.get('bar') === 'hidden';
    p.show.hidden = !p.bar.hidden;
    this.#layout();
  }

  #renderFacts(agreement) {
    const tones = { calm: 'calendar', soon: 'clock', late: 'error', done: 'done' };
    const tone = Object.hasOwn(tones, agreement?.tone) ? agreement.tone : 'calm';
    fill(this.parts.facts, agreement ?? null, () => (agreement ? [
      agreement.status && h('span', { class: 'status' }, h('span', { class: 'vh' }, 'Status: '), agreement.status),
      agreement.deadline && h('span', { class: `date ${tone}` }, icon(tones[tone]), h('span', {}, rich(agreement.deadline))),
    ] : [h('span', { class: 'quiet' }, 'Voorbeeld. Deze pagina volgt wat u opslaat.')]));
  }

  #renderErrors(errors) {
    const { parts: p } = this;
    const folded = this.#opened !== null || memory.get('folded') === keyOfMessages(errors);
    p.errors.hidden = !errors.length;
    p.errorsTitle.textContent = count(errors.length, 'fout', 'fouten');
    p.errorsStale.textContent = this.#state.stale ? 'De pagina die u ziet, is van vóór deze fouten.' : '';
    p.errorsBody.hidden = folded;
    p.errorsButton.setAttribute('aria-expanded', String(!folded));
    fill(p.errorsButton, folded, () => (folded ? ['Uitklappen', icon('up')] : ['Inklappen', icon('down')]));
    fill(p.errorsBody, errors, () => [messages(errors, this.page)]);
  }

  #renderList(name, items, title, make) {
    const { [name]: panel, [`${name}Button`]: button } = this.parts;
    if (!items.length && this.#opened === name) this.#opened = null;
    button.hidden = !items.length;
    button.setAttribute('aria-expanded', String(this.#opened === name));
    fill(button, title, () => [icon(name), title]);
    panel.hidden = this.#opened !== name;
    panel.querySelector('h2').textContent = title;
    fill(panel.querySelector('.panel-body'), items, () => [make()]);
  }

  #toggleList(name) {
    this.#opened = this.#opened === name ? null : name;
    this.#render();
  }

  #closeList() {
    if (!this.#opened) return;
    const button = this.parts[`${this.#opened}Button`];
    this.#opened = null;
    this.#render();
    button.focus();
  }

  /** Folded errors stay so until there are other errors. */
  #toggleErrors() {
    const open = !this.parts.errorsBody.hidden;
    this.#opened = null;
    memory.set('folded', open ? keyOfMessages(this.#state.errors) : null);
    this.#render();
  }

  #setBar(visible) {
    memory.set('bar', visible ? 'shown' : 'hidden');
    if (!visible) this.#opened = null;
    this.#render();
    (visible ? this.parts.hide : this.parts.show).focus();
  }

  #layout() {
    const bar = heightOf(this.parts.bar) + heightOf(this.parts.connection);
    const { beside, below } = this.pdf.layout(bar);
    this.style.setProperty('--bar', `${bar}px`);
    this.style.setProperty('--beside', `${beside}px`);
    this.style.setProperty('--below', `${below}px`);
    // A PDF at the bottom stands inside the dock's height: the panels are lifted above it.
    this.#room.set({ beside, below: heightOf(this.parts.dock), gone: this.#gone });
  }
}

// ---------- Messages: errors and warnings ----------

function messages(all, page) {
  return h('ol', { class: 'messages' }, all.map((message) => messageItem(message, page)));
}

function messageItem(message, page) {
  return h('li', { class: isWarning(message) ? 'message warning' : 'message' },
    h('p', { class: 'what' }, h('span', { class: 'code' }, message.code), ' ', rich(message.message)),
    placeOf(message),
    excerptOf(message),
    list(message.notes).map((note) => h('p', { class: 'more' }, `Zie ook ${fileAndLine(note)}: `, rich(note.text))),
    message.hint && h('p', { class: 'tip' }, h('strong', {}, 'Tip: '), rich(message.hint)),
    pageOf(message, page));
}

function isWarning({ severity }) {
  return severity === 'waarschuwing';
}

function placeOf(message) {
  if (!message.file) return null;
  const where = fileAndLine(message);
  return h('p', { class: 'place' }, message.editor ? h('a', { href: message.editor, title: 'Openen in uw tekstprogramma' }, where) : where);
}

function fileAndLine({ file, line }) {
  return line ? `${file}, regel ${line}` : String(file ?? '');
}

/** Where to see it. An error on the page that is on screen needs no link: the page is the old one. */
function pageOf(message, page) {
  if (!message.page || (message.page === page && !isWarning(message))) return null;
  const link = h('a', { href: addressOf(message.page, message.anchor) }, message.page_title ?? message.page);
  return h('p', { class: 'more' }, isWarning(message) ? 'op de pagina ' : 'Dit gaat over de pagina ', link);
}

function excerptOf(message) {
  const lines = list(message.excerpt);
  if (!lines.length) return null;
  const lastMarked = lines.findLast((line) => line.from != null);
  return h('div', { class: 'excerpt' }, lines.flatMap((line) => [
    h('span', { class: 'number' }, String(line.number ?? '')),
    h('code', {}, markedText(line)),
    line === lastMarked && message.label ? labelBelow(line, message.label) : null,
  ]));
}

function markedText({ text: words, from, to }) {
  const line = String(words ?? '');
  if (from == null) return line;
  const end = to ?? line.length;
  // A mark of nothing (something is missing here) still needs to be seen.
  return [line.slice(0, from), h('mark', {}, line.slice(from, end) || '\u00a0'), line.slice(end)];
}

/** Below the mark, as in the terminal; where the line is too long to stay on one line, at its beginning. */
function labelBelow({ text: words, from }, label) {
  const element = h('span', { class: 'label' }, '↑ ', rich(label));
  if (String(words ?? '').length <= 48) element.style.paddingInlineStart = `${from}ch`;
  return element;
}

// ---------- The PDF beside the page ----------

const NARROW = window.matchMedia('(max-width: 56rem)');
const WAIT_BEFORE_SAYING = 300;

/** One page of the PDF in the pane. Its picture is fetched when it comes near the view. */
class PdfPage {
  element = h('div', { class: 'page' });
  #wanted = {};
  #near = false;
  #picture;
  #loading = null;

  constructor(number, onLost) {
    this.onLost = onLost;
    this.#picture = h('img', { alt: `Pagina ${number} van de PDF` });
    this.element.append(this.#picture);
  }

  set wanted(page) {
    this.#wanted = page;
    this.element.style.aspectRatio = `${Number(page.width) || 210} / ${Number(page.height) || 297}`;
    if (!this.#picture.hasAttribute('src')) this.#picture.dataset.id = page.id;
    this.#load();
  }

  set near(yes) {
    this.#near = yes;
    this.#load();
  }

  /** Settled when what should be seen is there, or cannot be had. */
  get loaded() {
    return this.#loading?.done;
  }

  /** The place in the list of pages of `y` points below the top of this page. */
  placeOf(y) {
    return this.element.offsetTop + ((Number(y) || 0) / (Number(this.#wanted.height) || 842)) * this.element.offsetHeight;
  }

  #load() {
    const { id } = this.#wanted;
    const shown = this.#picture.hasAttribute('src') && this.#picture.dataset.id === id;
    if (!this.#near || !id || shown || this.#loading?.id === id) return;
    const loading = { id };
    loading.done = this.#fetch(id).finally(() => {
      if (this.#loading === loading) this.#loading = null;
    });
    this.#loading = loading;
  }

  /** The old picture stays until the new one can be drawn at once. */
  async #fetch(id) {
    const picture = h('img', { alt: this.#picture.alt, 'data-id': id, src: `${API}pdf/${encodeURIComponent(id)}.svg` });
    await picture.decode().catch(() => { /* also said of an SVG that is fine, by browsers that cannot decode it ahead */ });
    if (id !== this.#wanted.id) return;
    if (!picture.naturalWidth) return this.onLost();
    this.#picture.replaceWith(picture);
    this.#picture = picture;
  }
}

class PdfPane {
  available = false;
  opened = false;
  room = { beside: 0, below: 0 };
  #document = null;
  #answer = null;
  #knownErrors = new Set();
  #pages = [];
  #pageOf = new WeakMap();
  #unanswered = false;
  #lastLoss = 0;
  #settling = null;
  #busy = false;
  #wanted = null;
  #frame = 0;

  constructor(page, { onResize, onToggle }) {
    this.page = page;
    this.onResize = onResize;
    this.onToggle = onToggle;
    this.copies = h('select', { id: 'pdf-copies', 'aria-label': 'Welke PDF', onchange: () => this.#choose() });
    this.download = h('a', { id: 'pdf-download', download: '' }, icon('download'), 'Downloaden');
    this.counter = h('p', { id: 'pdf-counter' });
    this.busy = h('p', { id: 'pdf-busy', role: 'status' });
    this.errors = h('div', { id: 'pdf-errors', tabindex: '0', role: 'group', 'aria-label': 'Fouten in de PDF' });
    this.scroller = h('div', {
      id: 'pages', tabindex: '0', role: 'group', 'aria-label': 'Pagina’s van de PDF', onscroll: () => this.#countSoon(),
    });
    this.handle = h('div', {
      id: 'pdf-handle', role: 'separator', tabindex: '0', 'aria-label': 'Grootte van de PDF', 'aria-controls': 'pdf',
      'aria-valuemin': '15', 'aria-valuemax': '75',
    });
    this.element = h('section', { id: 'pdf', part: 'pdf', 'aria-label': 'PDF van dit document', hidden: true },
      this.handle,
      h('header', { class: 'pdf-head' }, this.copies, this.download, this.counter,
        iconButton('close', 'PDF sluiten', () => this.toggle(), 'pdf-close')),
      this.busy, this.errors, this.scroller);
    this.#makeResizable();
    this.observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) this.#pageOf.get(target).near = isIntersecting;
    }, { root: this.scroller, rootMargin: '100% 0px' });
  }

  /** The document that the page on screen belongs to, or null; and the errors that are shown elsewhere. */
  show(document, errors) {
    this.#knownErrors = new Set(errors.map((error) => JSON.stringify(error)));
    this.#showErrors();
    const known = document?.slug === this.#document?.slug;
    const copies = list(document?.copies);
    this.#document = document;
    this.available = Boolean(document?.slug && copies.length);
    if (!this.available) return this.#setOpen(false);
    const before = this.#copy?.id;
    fill(this.copies, copies, () => copies.map(({ id, title }) => h('option', { value: id }, title ?? id)));
    const remembered = this.#remembered.copy;
    this.copies.value = copies.some(({ id }) => id === remembered) ? remembered : copies[0].id;
    this.#offerDownload();
    if (!known) this.#setOpen(this.#remembered.open === true);
    else if (before !== this.copies.value) this.refresh();
  }

  toggle() {
    this.#remember({ open: !this.opened });
    this.#setOpen(!this.opened);
    this.onToggle(this.opened);
  }

  #setOpen(open) {
    if (this.opened === open) return;
    this.opened = open;
    this.element.hidden = !open;
    this.onResize();
    if (open) this.#refreshInView();
  }

  #choose() {
    this.#remember({ copy: this.copies.value });
    this.#offerDownload();
    this.#refreshInView();
  }

  #offerDownload() {
    const path = this.#copy?.download;
    this.download.hidden = !path;
    if (path) this.download.href = addressOf(path);
  }

  get #copy() {
    return list(this.#document?.copies).find(({ id }) => id === this.copies.value);
  }

  #refreshInView() {
    this.refresh({ anchor: anchorInView(), page: this.page }, true);
  }

  /** Asks for the pages as they are now. One question at a time; of those that come in between, the last is asked next. */
  async refresh(follow = null, jump = false) {
    if (!this.opened) return;
    this.#wanted = { follow: follow ?? this.#wanted?.follow ?? null, jump: jump || Boolean(this.#wanted?.jump) };
    if (this.#busy) return;
    this.#busy = true;
    const waiting = setTimeout(() => { this.busy.textContent = 'PDF wordt bijgewerkt…'; }, WAIT_BEFORE_SAYING);
    while (this.#wanted && this.opened) {
      const question = this.#wanted;
      this.#wanted = null;
      await this.#ask(question);
    }
    clearTimeout(waiting);
    this.busy.textContent = '';
    this.#busy = false;
  }

  async #ask({ follow, jump }) {
    const [slug, copy] = [this.#document?.slug, this.copies.value];
    const query = new URLSearchParams({ document: slug, copy });
    if (follow?.anchor) query.set('follow', follow.anchor);
    if (follow?.page) query.set('page', follow.page);
    const answer = await getJson(`${API}pdf?${query}`);
    // Another copy was chosen meanwhile: its question is waiting already.
    if (slug !== this.#document?.slug || copy !== this.copies.value) return;
    this.#unanswered = !answer;
    this.#answer = answer ?? this.#answer;
    this.#showErrors();
    if (!answer) return;
    this.#showPages(list(answer.pages));
    if (answer.follow) this.#scrollTo(answer.follow, jump);
    this.#settle(answer.revision);
  }

  /** Errors that the panel shows already are not told twice. */
  #showErrors() {
    const errors = list(this.#answer?.errors);
    const own = errors.filter((error) => !this.#knownErrors.has(JSON.stringify(error)));
    const word = this.#unanswered ? 'De PDF is nu niet op te halen.'
      : errors.length && (list(this.#answer?.pages).length ? 'Deze PDF is van vóór de fouten.' : 'Door de fouten is er nog geen PDF.');
    fill(this.errors, [own, word], () => (word ? [
      h('p', { class: 'stale' }, icon('error'), word),
      own.length && messages(own, this.page),
    ] : []));
  }

  #showPages(pages) {
    while (this.#pages.length > pages.length) this.#removeLastPage();
    pages.forEach((page, index) => { (this.#pages[index] ?? this.#addPage()).wanted = page; });
    this.#countSoon();
  }

  #addPage() {
    const page = new PdfPage(this.#pages.length + 1, () => this.#lost());
    this.#pages.push(page);
    this.#pageOf.set(page.element, page);
    this.scroller.append(page.element);
    this.observer.observe(page.element);
    return page;
  }

  #removeLastPage() {
    const { element } = this.#pages.pop();
    this.observer.unobserve(element);
    element.remove();
  }

  /** The server has thrown this page away, because there are newer ones: ask which. Not too often, in case the page itself is wrong. */
  #lost() {
    if (Date.now() - this.#lastLoss < 3000) return;
    this.#lastLoss = Date.now();
    this.refresh();
  }

  /** Says from which revision the pages in view are, as soon as the scrolling is done and they are all there. */
  async #settle(revision) {
    this.#settling = revision;
    let top = null;
    while (top !== this.scroller.scrollTop) {
      top = this.scroller.scrollTop;
      for (let frame = 0; frame < 3; frame += 1) await nextFrame();
    }
    await Promise.all(this.#pages.map((page) => page.loaded));
    if (this.#settling === revision && revision != null) this.element.dataset.revision = revision;
  }

  #scrollTo({ page, y }, jump) {
    const place = this.#pages[page]?.placeOf(y);
    if (place === undefined) return;
    const { scrollTop, clientHeight } = this.scroller;
    const inView = place > scrollTop + clientHeight * 0.05 && place < scrollTop + clientHeight * 0.75;
    if (inView && !jump) return;
    this.scroller.scrollTo({ top: place - clientHeight * 0.2, behavior: jump || prefersStill() ? 'instant' : 'smooth' });
  }

  #countSoon() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const middle = this.scroller.scrollTop + this.scroller.clientHeight / 2;
      const current = this.#pages.findLastIndex(({ element }) => element.offsetTop <= middle);
      this.counter.textContent = this.#pages.length ? `pagina ${Math.max(current, 0) + 1} van ${this.#pages.length}` : '';
    });
  }

  // Beside the page as a share of the width, below it on a narrow screen as a share of the height.

  layout(bar) {
    const share = Number(this.#remembered[NARROW.matches ? 'high' : 'wide']) || 0.44;
    const beside = Math.round(Math.min(Math.max(share * window.innerWidth, 300), window.innerWidth - 380));
    const below = Math.round(Math.min(Math.max(share * window.innerHeight, 140), window.innerHeight - bar - 160));
    this.handle.setAttribute('aria-orientation', NARROW.matches ? 'horizontal' : 'vertical');
    this.handle.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    if (!this.opened) this.room = { beside: 0, below: 0 };
    else this.room = NARROW.matches ? { beside: 0, below } : { beside, below: 0 };
    this.#countSoon();
    return this.room;
  }

  #makeResizable() {
    const resize = (share) => {
      this.#remember({ [NARROW.matches ? 'high' : 'wide']: Math.min(Math.max(share, 0.15), 0.75) });
      this.onResize();
    };
    const { handle } = this;
    handle.addEventListener('pointerdown', (event) => {
      handle.setPointerCapture(event.pointerId);
      event.preventDefault();
      handle.focus();
    });
    handle.addEventListener('pointermove', (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const box = this.element.getBoundingClientRect();
      if (NARROW.matches) resize((box.bottom - event.clientY) / window.innerHeight);
      else resize((box.right - event.clientX) / window.innerWidth);
    });
    handle.addEventListener('keydown', ({ key }) => {
      const steps = { ArrowLeft: 0.03, ArrowUp: 0.03, ArrowRight: -0.03, ArrowDown: -0.03, Home: -1, End: 1 };
      if (Object.hasOwn(steps, key)) resize(Number(handle.getAttribute('aria-valuenow')) / 100 + steps[key]);
    });
  }

  get #remembered() {
    return memory.get(`pdf ${this.#document?.slug}`) ?? {};
  }

  #remember(choice) {
    memory.set(`pdf ${this.#document?.slug}`, { ...this.#remembered, ...choice });
  }
}

// ---------- The preview: news in, page and interface up to date ----------

class Preview {
  #server = null;
  #versions = new Versions();
  #changes = [];
  #running = false;
  #again = false;
  #missed = false;

  constructor(element, page, revision) {
    this.element = element;
    this.page = page;
    element.revision = revision;
    this.connection = new Connection(
      (news, hello) => this.#hear(news, hello),
      (connected) => { element.connected = connected; },
      () => this.#check(),
    );
  }

  start() {
    this.connection.start();
    this.#check(true);
  }

  #hear({ server, revision, changes, files }, hello) {
    const [first, other] = [this.#server === null, this.#server !== null && server !== this.#server];
    const newer = other || revision > this.element.revision;
    this.#server = server ?? null;
    // News of a revision that is on screen already still says which files and which places it was about.
    if (!newer && !list(files).length && !list(changes).length) return;
    if (newer && hello && !first) this.#missNews(server, revision);
    else this.#versions.add(list(files), `${revision}-${server}`);
    this.#changes.push(...list(changes));
    this.#refresh();
  }

  /** Asks how things stand, without an event that said so: at the start, and when the computer wakes. */
  async #check(first = false) {
    const state = await this.#getState();
    if (!state) return;
    const other = this.#server !== null && state.server !== this.#server;
    if (state.revision === this.element.revision && !other) {
      this.#server ??= state.server ?? null;
      this.element.state = state;
      this.#report();
    } else {
      if (!first) this.#missNews(state.server, state.revision);
      this.#refresh();
    }
  }

  /** Between what is on screen and now any file may have changed. What did is too long ago to light up. */
  #missNews(server, revision) {
    this.#versions.add(null, `${revision}-${server}`);
    this.#missed = true;
  }

  /** One round at a time. What comes in during a round gives one more. */
  async #refresh() {
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    while (this.#again) {
      this.#again = false;
      try {
        await this.#round();
      } catch (error) {
        console.warn('Voorbeeld: bijwerken is niet gelukt.', error);
      }
    }
    this.#running = false;
  }

  async #round() {
    const stateComing = this.#getState();
    const page = await getPage();
    if (!page) return;
    const changes = this.#changes.splice(0);
    const missed = this.#missed;
    this.#missed = false;
    const changed = page.html === null ? [] : this.#patch(page.html);
    this.element.gone = page.html === null;
    this.#followInPdf(changes);
    const state = await stateComing;
    if (state) this.element.state = state;
    this.#server ??= state?.server ?? null;
    if (!missed) this.element.flash(changed);
    this.#tell(changes);
    this.element.revision = appliedRevision(page.revision, state) ?? this.element.revision;
    this.#report();
  }

  #patch(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    this.#versions.applyTo(fresh);
    // Most browsers keep the reader's place themselves when the page changes.
    return CSS.supports('overflow-anchor', 'auto') ? patch(fresh) : keepingPlace(() => patch(fresh));
  }

  #followInPdf(changes) {
    const slug = this.element.state.document?.slug;
    const last = changes.findLast((change) => change.document === slug && change.anchor);
    this.element.pdf.refresh(last ?? null);
  }

  /** Says where something changed when that is not before the reader's eyes. Never scrolls by itself. */
  #tell(changes) {
    if (!changes.length || this.element.gone) return;
    const here = changes.findLast((change) => this.#isHere(change));
    if (here) this.#tellHere(here);
    else this.#tellElsewhere(changes.at(-1), changes.length - 1);
  }

  #tellElsewhere({ page, anchor, title }, others) {
    const more = others > 0 ? ` (en nog ${others})` : '';
    const what = title ? `Gewijzigd: ${title}${more}. ` : `Er is iets gewijzigd op een andere pagina${more}. `;
    this.element.note([text(what), ...(page ? [h('a', { href: addressOf(page, anchor) }, 'Ga erheen')] : [])]);
  }

  #tellHere({ anchor, title }) {
    const box = anchor && document.getElementById(anchor)?.getBoundingClientRect();
    const above = box && box.bottom < 0;
    const below = box && box.top > this.element.viewHeight;
    if (!above && !below) return this.element.note(null);
    const where = above ? 'eerder op deze pagina' : 'verderop op deze pagina';
    this.element.note([text(`Gewijzigd: ${title ?? anchor} (${where}). `), h('a', { href: `#${encodeURIComponent(anchor)}` }, 'Ga erheen')]);
  }

  /** A document's page with everything on it shows the agreements of its other pages. */
  #isHere({ page, anchor, document: slug }) {
    if (page === this.page) return true;
    return Boolean(anchor && slug && slug === this.element.state.document?.slug && document.getElementById(anchor));
  }

  async #getState() {
    return getJson(`${API}state?page=${encodeURIComponent(this.page)}`);
  }

  #report() {
    window.dispatchEvent(new CustomEvent('afspraken:voorbeeld', { detail: { revision: this.element.revision } }));
  }
}

/** With errors the page is an older one on purpose; otherwise what is shown is as old as its oldest half. */
function appliedRevision(page, state) {
  const now = Number.isInteger(state?.revision) ? state.revision : null;
  if (now === null || page === null) return now ?? page;
  return state.stale ? now : Math.min(page, now);
}

// ---------- Small tools ----------

/** The page as it is now; `html` is null when it is no longer there. Null when it could not be asked for. */
async function getPage() {
  try {
    const response = await fetch(location.pathname, { cache: 'no-store' });
    const header = response.headers.get('afspraken-revision');
    const revision = /^\d+$/.test(header) ? Number(header) : null;
    if (response.status === 404) return { html: null, revision };
    return response.ok ? { html: await response.text(), revision } : null;
  } catch (error) {
    console.warn('Voorbeeld: de pagina is niet op te halen.', error);
    return null;
  }
}

async function getJson(url) {
  try {
    const response = await fetch(url, { cache: 'no-store' });
    const data = response.ok ? await response.json() : null;
    return data && typeof data === 'object' ? data : null;
  } catch (error) {
    console.warn(`Voorbeeld: geen antwoord van ${url}.`, error);
    return null;
  }
}

function parseJson(source) {
  try {
    return JSON.parse(source);
  } catch (error) {
    console.warn('Voorbeeld: onbegrijpelijk bericht.', error);
    return null;
  }
}

/** Choices of the reader, for as long as the tab is open. A browser may refuse to keep them. */
const memory = {
  name: 'afspraken-voorbeeld ',
  get(key) {
    try {
      return JSON.parse(sessionStorage.getItem(this.name + key));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      sessionStorage.setItem(this.name + key, JSON.stringify(value));
    } catch { /* then it is forgotten on the next page */ }
  },
};

/** Makes an element: attributes, listeners (`on…`), children. What is null or false is left out. */
function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false && child !== ''));
  return element;
}

const madeFrom = new WeakMap();

/** Fills `element` anew, unless that would give the same: focus and scroll position inside it stay. */
function fill(element, data, make) {
  const key = JSON.stringify(data);
  if (madeFrom.get(element) === key) return;
  madeFrom.set(element, key);
  element.replaceChildren(...make().filter(Boolean));
}

/** A button with a picture on it, and its name for who cannot see that. */
function iconButton(name, label, onclick, id) {
  return h('button', { id, type: 'button', class: 'plain', 'aria-label': label, title: label, onclick }, icon(name));
}

/** Text in which words between backticks are code. */
function rich(words) {
  return String(words ?? '').split(/`([^`]+)`/).map((part, index) => (index % 2 ? h('code', {}, part) : part));
}

function text(words) {
  return h('span', {}, words);
}

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg.namespaceURI, 'path');
  path.setAttribute('d', ICONS[name] ?? '');
  svg.append(path);
  return svg;
}

// Lines on a field of 16 by 16.
const ICONS = {
  calendar: 'M2.5 4.5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1zM2.5 7h11M5.5 2v3M10.5 2v3',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.5V8l2.5 1.5',
  error: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 5v3.5M8 10.75v.25',
  warnings: 'M8 2.5 14.5 13.5h-13zM8 6.5v3M8 11.5v.25',
  done: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM5.5 8.25l1.75 1.75 3.25-4',
  todo: 'M2 4l1 1 2-2M2 8.5l1 1 2-2M2 13l1 1 2-2M7.5 4h6.5M7.5 8.5h6.5M7.5 13h6.5',
  pdf: 'M2 3.5h5.25v9H2zM8.75 3.5H14v9H8.75zM10.5 6h2M10.5 8h2',
  offline: 'M2 2l12 12M3 8.5a7 7 0 0 1 3-1.9M8.5 6.2A7 7 0 0 1 13 8.5M5.5 11a3.6 3.6 0 0 1 3.5-.8M8 13.25v.25',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
};

function list(value) {
  return Array.isArray(value) ? value.filter((item) => item != null) : [];
}

function count(number, one, more) {
  return `${number} ${number === 1 ? one : more}`;
}

function keyOfMessages(all) {
  return JSON.stringify(list(all));
}

function addressOf(path, anchor) {
  return `/${encodeURI(path)}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;
}

function heightOf(element) {
  return Math.ceil(element.getBoundingClientRect().height);
}

function prefersStill() {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

// ---------- Start ----------

if (!customElements.get('afspraken-voorbeeld')) {
  customElements.define('afspraken-voorbeeld', PreviewElement);
  const script = document.querySelector('script[data-page][src*="voorbeeld.js"]');
  const page = script?.dataset.page ?? pathOf(location.href);
  const element = new PreviewElement();
  element.build(page);
  new Preview(element, page, Number(script?.dataset.revision) || 0).start();
}
