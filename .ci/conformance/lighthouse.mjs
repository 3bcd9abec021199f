// What a reader feels while a page loads, on a slow phone: Lighthouse on one page of each kind.
//
//     node lighthouse.mjs SITE
//
// The site is served as a plain web server does, nothing compressed. Each page is loaded once over a slow line (as
// Lighthouse imitates one: 1.6 Mbit/s and 150 ms) with a processor that is held up. A finding: anything that moves while
// the page loads, a page that weighs more than is said below, less than full marks for accessibility, good practice or
// being found, and a mark for speed that no busy machine explains. Exits 1 on any finding, or when there is no page.
//
// NODE_MODULES says where lighthouse and puppeteer-core are installed, CHROMIUM which browser to start.
import { access } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { address, launch, require, serve } from './browser.mjs';

// One page of each kind, and how much may travel for it, in kB: page, styles, letters and pictures. A whole document may
// have any length.
const KINDS = {
  'index.html': 200,
  'zandstad-2027-2030/index.html': 200,
  'zandstad-2027-2030/bouwopgave.html': 200,
  'zandstad-2027-2030/volledig.html': 1000,
  'kalender.html': 200,
};
// Full marks, but for speed: that depends on what else the machine does.
const MARKS = { performance: 0.5, accessibility: 1, 'best-practices': 1, seo: 1 };

const site = path.resolve(process.argv[2] ?? 'output');
const { default: lighthouse } = await import(pathToFileURL(require.resolve('lighthouse')));
const findings = [];
const { server, base } = await serve(site);
const browser = await launch();
console.log('  speed  rest  shift     kB  requests  first seen  page');
for (const [page, budget] of Object.entries(KINDS)) {
  await access(path.join(site, page));
  const tab = await browser.newPage();
  const { lhr } = await lighthouse(address(base, page), { throttlingMode: 'devtools', logLevel: 'error' }, undefined, tab);
  await tab.close();
  judge(page, budget, lhr);
}
await browser.close();
server.close();

findings.forEach((finding) => console.log(finding));
console.log(`${Object.keys(KINDS).length} pages: ${findings.length === 0 ? 'nothing found' : `${findings.length} findings`}`);
process.exit(findings.length === 0 ? 0 : 1);

function judge(page, budget, lhr) {
  if (lhr.runtimeError) findings.push(`${page}: ${lhr.runtimeError.message}`);
  const number = (audit) => lhr.audits[audit]?.numericValue ?? NaN;
  const shift = number('cumulative-layout-shift');
  const weight = number('total-byte-weight') / 1000;
  const requests = lhr.audits['network-requests']?.details?.items.filter(({ url }) => url.startsWith('http')).length ?? 0;
  const marks = Object.fromEntries(Object.keys(MARKS).map((kind) => [kind, lhr.categories[kind]?.score ?? 0]));
  const rest = Math.min(...Object.keys(MARKS).slice(1).map((kind) => marks[kind]));
  const columns = [
    percent(marks.performance).padStart(7), percent(rest).padStart(5), shift.toFixed(3).padStart(6),
    weight.toFixed(0).padStart(6), String(requests).padStart(9), `${(number('first-contentful-paint') / 1000).toFixed(1)} s`.padStart(11),
  ];
  console.log(`${columns.join(' ')}  ${page}`);
  if (!(shift < 0.001)) findings.push(`${page}: moves while it loads (${shift.toFixed(3)})`);
  if (!(weight <= budget)) findings.push(`${page}: weighs ${weight.toFixed(0)} kB, more than ${budget}`);
  for (const [kind, least] of Object.entries(MARKS)) {
    if (marks[kind] >= least) continue;
    const missed = lhr.categories[kind]?.auditRefs.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 1);
    findings.push(`${page}: ${percent(marks[kind])} for ${kind}: ${missed?.map(({ id }) => id).join(', ')}`);
  }
}

function percent(mark) {
  return String(Math.round(100 * mark));
}
