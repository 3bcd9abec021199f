// Changes the page on screen into the page that the server has now.
//
// The page is changed in place and as little as possible: what stays the same is left alone, so the reader keeps
// place, focus, selection and opened details. Called from voorbeeld.js; style sheets are exchanged by files.js.

import { isLeaving, isStyleSheet, pathOf, swapStyleSheet } from './files.js';

/**
 * Changes the document into `fresh` with as few steps as it can, and returns the elements of the body that now look
 * different. Elements that stay are the same objects as before: their focus, selection, scroll position and what was
 * typed in them stay with them.
 */
export function patch(fresh) {
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
  return node.localName !== 'script' && !isLeaving(node);
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
