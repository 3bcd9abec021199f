// Style sheets and pictures with new bytes.
//
// A file that changed keeps its address, and a browser sees no reason to load it again. So voorbeeld.js gives a new
// page's files a version (`?v=…`) before morph.js compares it with the page on screen: the comparison then finds by
// itself what has to be loaded again, and never undoes it.

/** Which files changed since the page was loaded. */
export class Versions {
  #files = new Map();
  #all = '';
  #styleSheets = '';

  /** `files` is null when it is not known what changed: the program was started again, or news was missed. */
  add(files, version) {
    if (!files) {
      this.#all = version;
      this.#files.clear();
    }
    for (const file of files ?? []) this.#files.set(file, version);
    // A style sheet may name fonts, pictures and other sheets; what it names cannot be seen from here.
    if (!files || files.some((file) => file.endsWith('.css') || file.startsWith('static/'))) this.#styleSheets = version;
  }

  applyTo(fresh) {
    for (const link of fresh.querySelectorAll('link[href]')) this.#stamp(link, 'href');
    for (const picture of fresh.querySelectorAll('img[src]')) this.#stamp(picture, 'src');
  }

  #stamp(element, attribute) {
    const url = element.getAttribute(attribute);
    const version = isStyleSheet(element) ? this.#styleSheets : this.#files.get(pathOf(url)) ?? this.#all;
    if (version && !url.startsWith('data:')) element.setAttribute(attribute, `${url.split('?')[0]}?v=${version}`);
  }
}

export function isStyleSheet(node) {
  return node.localName === 'link' && node.relList.contains('stylesheet');
}

const leaving = new WeakSet();

/** A style sheet whose successor is still loading. It goes by itself. */
export function isLeaving(node) {
  return leaving.has(node);
}

/** The old sheet stays until the new one is there: the page is never without style. */
export function swapStyleSheet(live, fresh) {
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

/** The path in the output folder that an address on this page leads to. */
export function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, document.baseURI).pathname.slice(1));
  } catch {
    return '';
  }
}
