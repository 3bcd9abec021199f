// Opens every page of a built site in a browser and looks for what readers would stumble on.
//
//     node pages.mjs SITE
//
// The site is served below a path, as a corporation's web server might, on this machine only. Each page is opened at the
// width of a phone and of a desk, in light and in dark, and held against axe-core: WCAG 2.2 A and AA, and axe's best
// practices. Also a finding: an error in the console, an answer that is no success, a request that leaves the site's own
// path, and a page that scrolls sideways, down to 320 pixels (WCAG 1.4.10). Exits 1 on any finding, or when there is no page.
//
// NODE_MODULES says where axe-core and puppeteer-core are installed, CHROMIUM which browser to start.
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { address, launch, pagesOf, require, serve } from './browser.mjs';

const site = path.resolve(process.argv[2] ?? 'output');
const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = [
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
];
const NARROWEST = 320;

const pages = await pagesOf(site);
const findings = new Set();
const { server, base } = await serve(site);
const browser = await launch();

// A few tabs at a time; each takes the next page that nobody took yet.
const queue = pages.values();
await Promise.all(cpus().map(async () => {
  for (const page of queue) await look(page);
}));
await browser.close();
server.close();

[...findings].sort().forEach((finding) => console.log(finding));
const verdict = pages.length === 0 ? 'there is nothing to look at' : findings.size === 0 ? 'nothing found' : `${findings.size} findings`;
console.log(`${pages.length} pages in ${LOOKS.length} looks: ${verdict}`);
process.exit(pages.length > 0 && findings.size === 0 ? 0 : 1);

async function look(page) {
  const found = (what) => findings.add(`${page}: ${what}`);
  const tab = await browser.newPage();
  tab.on('console', (message) => message.type() === 'error' && found(`console: ${message.text()}`));
  tab.on('pageerror', (error) => found(`script: ${error.message}`));
  tab.on('requestfailed', (request) => found(`cannot be fetched: ${request.url()}`));
  tab.on('response', (response) => response.status() >= 400 && found(`status ${response.status()}: ${response.url()}`));
  tab.on('request', (request) => {
    const own = request.url().startsWith(base) || request.url().startsWith('data:');
    if (!own) found(`leaves the site: ${request.url()}`);
  });
  try {
    for (const { width, scheme } of LOOKS) {
      await tab.setViewport({ width, height: 900 });
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await tab.goto(address(base, page), { waitUntil: 'networkidle0' });
      await narrowEnough(tab, width, found);
      await tab.evaluate(axe);
      const { violations, passes } = await tab.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules }), RULES);
      if (passes.length === 0) found('axe checked nothing');
      for (const { id, impact, nodes } of violations) {
        found(`axe ${id} (${impact}) at ${width} pixels, ${scheme}, ${nodes.length}x, first at ${nodes[0].target.join(' ')}`);
      }
    }
    await tab.setViewport({ width: NARROWEST, height: 900 });
    await narrowEnough(tab, NARROWEST, found);
  } catch (error) {
    found(`cannot be looked at: ${error.message}`);
  } finally {
    await tab.close();
  }
}

async function narrowEnough(tab, width, found) {
  const beyond = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (beyond > 0) found(`scrolls sideways by ${beyond} pixels at ${width}`);
}
