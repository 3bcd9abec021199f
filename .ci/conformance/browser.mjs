// What the checks in a browser share: a built site behind an address, and a browser that calls nobody.
//
// NODE_MODULES says where the checkers are installed, CHROMIUM which browser to start.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

export const require = createRequire(path.resolve(process.env.NODE_MODULES ?? 'node_modules', 'anchor.js'));

export function launch() {
  return require('puppeteer-core').launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // The first is what a container's root user needs; the others keep the browser itself from calling home.
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

// Every page of a built site, by its path with `/`.
export async function pagesOf(site) {
  const files = await readdir(site, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).map((file) => file.split(path.sep).join('/')).sort();
}

export const address = (base, page) => base + page.split('/').map(encodeURIComponent).join('/');

// A web server that knows nothing: files below a path, `index.html` for folders.
export async function serve(root, prefix = '/wonen/prestatieafspraken/') {
  const types = {
    '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript',
    '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.gif': 'image/gif',
    '.woff2': 'font/woff2', '.pdf': 'application/pdf', '.txt': 'text/plain; charset=utf-8', '.json': 'application/json',
    '.wasm': 'application/wasm', '.xml': 'application/xml',
  };
  const server = createServer(async (request, response) => {
    try {
      let file = decodeURIComponent(new URL(request.url, 'http://site').pathname);
      if (!file.startsWith(prefix)) throw new Error('outside');
      if (file.endsWith('/')) file += 'index.html';
      file = path.join(root, file.slice(prefix.length));
      const bytes = await readFile(file);
      response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, base: `http://127.0.0.1:${server.address().port}${prefix}` };
}
