// Opens every page of built sites in a browser and looks whether all text can be read: none cut off, none outside the
// page, no two texts over each other, nothing behind a header that stays, no page that scrolls sideways.
//
//     node legible.mjs SITE...
//
// A page is loaded once and looked at on a phone, a tablet and a desk, at 400 % (WCAG 1.4.10: a window of 1280 by 1024
// pixels becomes one of 320 by 256) and with letters of twice the size (1.4.4). All that folds is opened first, so that
// its text is measured too. First, pages that are wrong on purpose show that each kind of mistake is found, and a page
// that is right shows that nothing else is. Exits 1 on any finding, or when there is nothing to look at.
//
// NODE_MODULES and CHROMIUM: see browser.mjs.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { address, launch, pagesOf, serve } from './browser.mjs';
import { illegible } from './illegible.mjs';

const LOOKS = [
  { name: '320 pixels', width: 320, height: 900 },
  { name: '400 %', width: 320, height: 256 },
  { name: '768 pixels', width: 768, height: 1024 },
  { name: '1280 pixels', width: 1280, height: 900 },
  { name: 'text at 200 %', width: 1280, height: 900, letters: '200%' },
];
// The program does not know how long the words will be that people write. On the first site, which shows everything,
// each text gets a word of this length and is looked at once more.
const LONGEST = 'Meerjareninvesteringsprogrammaverantwoordingsverslag@woonstichting.example';
const STRETCHED = [
  { name: 'long words at 320 pixels', width: 320, height: 900 },
  { name: 'long words at 768 pixels', width: 768, height: 1024 },
  { name: 'long words at 1280 pixels', width: 1280, height: 900 },
];
// So many findings of a kind are told of one page; the rest is most often the same.
const TOLD = 3;

// Pages that are the same to the letter, as those of small sites often are, are looked at once.
const known = new Set();

const browser = await launch();
const unproven = await prove();
let pages = 0;
const findings = [];
for (const [at, site] of process.argv.slice(2).entries()) findings.push(...await lookAt(path.resolve(site), at === 0));
await browser.close();

[...unproven, ...findings].forEach((finding) => console.log(finding));
const verdict = pages === 0 ? 'there is nothing to look at' : findings.length === 0 ? 'all text can be read' : `${findings.length} findings`;
console.log(`${pages} different pages of ${process.argv.length - 2} sites in ${LOOKS.length} looks: ${verdict}`);
process.exit(pages > 0 && findings.length === 0 && unproven.length === 0 ? 0 : 1);

// Every page of a site, a few tabs at a time; each takes the next page that nobody took yet.
async function lookAt(site, stretched) {
  const { server, base } = await serve(site);
  const queue = (await newPagesOf(site)).values();
  const found = [];
  await Promise.all(cpus().map(async () => {
    const tab = await browser.newPage();
    for (const page of queue) {
      pages += 1;
      try {
        await tab.goto(address(base, page), { waitUntil: 'load' });
        for (const what of await look(tab, stretched)) found.push(`${path.basename(site)}/${page}: ${what}`);
      } catch (error) {
        found.push(`${path.basename(site)}/${page}: cannot be looked at: ${error.message}`);
      }
    }
    await tab.close();
  }));
  server.close();
  return found.sort();
}

async function newPagesOf(site) {
  const fresh = [];
  for (const page of await pagesOf(site)) {
    const text = createHash('sha256').update(await readFile(path.join(site, page))).digest('hex');
    if (!known.has(text)) fresh.push(page);
    known.add(text);
  }
  return fresh;
}

// What is wrong on the page of a tab, in every look.
async function look(tab, stretched = false) {
  await tab.evaluate(async () => {
    await document.fonts.ready;
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const told = new Map();
  for (const { name, width, height, letters } of stretched ? [...LOOKS, ...STRETCHED] : LOOKS) {
    if (name === STRETCHED[0].name) await tab.evaluate(stretch, LONGEST);
    await tab.setViewport({ width, height });
    await tab.evaluate(async (width, letters) => {
      document.documentElement.style.fontSize = letters ?? '';
      while (innerWidth !== width) await new Promise((again) => setTimeout(again, 2));
    }, width, letters);
    for (const { kind, at, text } of await tab.evaluate(illegible)) {
      const seen = told.get(kind) ?? new Map();
      told.set(kind, seen);
      const place = seen.get(at) ?? { text, looks: new Set() };
      seen.set(at, place);
      place.looks.add(name);
    }
  }
  return [...told].flatMap(([kind, seen]) => {
    const all = [...seen].map(([at, { text, looks }]) => `${kind} at ${[...looks].join(', ')}: "${text}" in ${at}`);
    return all.length > TOLD ? [...all.slice(0, TOLD), `${kind}: ${all.length - TOLD} more places`] : all;
  });
}

// Puts a word in the place of the first word of every text of an author. Numbers of agreements and the names of the
// lights are given, and drawings know the words that they are made for.
function stretch(word) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest('svg, script, style, option, .nummer, .licht')) node.data = node.data.replace(/[\p{L}\d]+/u, word);
  }
}

// Whether each kind of mistake is found where it is made on purpose, and none where nothing is wrong.
async function prove() {
  const word = 'Meerjareninvesteringsprogrammaverantwoordingsverslag';
  const cases = [
    ['clipped', `<p style="width: 5em; overflow: hidden; white-space: nowrap">${word}</p>`],
    ['clipped', '<div style="height: 2em; overflow: hidden"><p>Eén regel.</p><p>Nog een regel.</p></div>'],
    ['clipped', '<p style="width: 8em; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">Een lange titel met puntjes</p>'],
    ['clipped', `<div style="overflow-x: auto"><p style="margin-left: -4em">${word}</p></div>`],
    ['outside the page', `<div style="position: absolute; left: -3em">${word}</div>`],
    ['scrolls sideways', `<p style="width: 1400px">${word}</p>`],
    ['over each other', '<div style="position: relative"><p>Hier staat een zin.</p><p style="position: absolute; top: 0; margin: 0">Hier ook.</p></div>'],
    ['over each other', '<p style="line-height: .4; width: 6em">Regels die over elkaar heen vallen</p>'],
    ['over each other', `<table style="table-layout: fixed; width: 16em"><tr><td>Investeringsverantwoording</td><td>Tweede cel</td></tr></table>`],
    ['over each other', '<svg width="200" height="40"><text x="0" y="20">Zandstad</text><text x="10" y="20">Duinkust</text></svg>'],
    ['behind what stays', '<header style="position: fixed; inset: 0 0 auto; height: 6em; background: #fff">Kop</header><p style="margin-top: 8em"><a href="#ver">Ver</a></p><h2 id="ver" style="margin-top: 200vh">Ver weg</h2><p style="height: 200vh"></p>'],
  ];
  const right = `<p>Gewone tekst met een <a href="#x">verwijzing</a><sup>1</sup>.</p><h1 style="line-height: 1.05; max-width: 6em; overflow-wrap: anywhere">Een kop van ${word}</h1>
    <div style="overflow-x: auto; position: relative"><table><tr><td style="white-space: nowrap">${word} ${word}</td><td>Tweede cel</td></tr></table></div>
    <p style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap">Alleen om voor te lezen</p>
    <p hidden>Niet te zien</p><details><summary>Meer</summary><p>Nog meer</p></details>`;
  const tab = await browser.newPage();
  const wrong = [];
  const kindsOf = async (body) => {
    await tab.setContent(`<!doctype html><html lang="nl"><title>Proef</title><body style="font: 16px/1.5 sans-serif; margin: 1em">${body}</body></html>`);
    return look(tab);
  };
  for (const [kind, body] of cases) {
    const found = await kindsOf(body);
    if (!found.some((what) => what.startsWith(kind))) wrong.push(`the check itself: ${kind} is not found in ${body.slice(0, 80)} (${found.join('; ')})`);
  }
  const found = await kindsOf(right);
  if (found.length > 0) wrong.push(`the check itself: finds what is not there: ${found.join('; ')}`);
  await tab.close();
  return wrong;
}
