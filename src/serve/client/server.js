// What is asked of the program: the page, how things stand, the PDF, and news.
//
// All answers are null when there is none; stream.js tells the reader that the connection is gone.

const OURS = '/_afspraken/';

export const STYLE = `${OURS}voorbeeld.css`;
export const EVENTS = `${OURS}events`;

/** The page as it is now: `html`, the `revision` it was made from, and whether it is `missing`. */
export async function getPage() {
  const response = await ask(location.pathname);
  if (!response || (!response.ok && response.status !== 404)) return null;
  const revision = Number(response.headers.get('afspraken-revision'));
  return { html: await response.text(), revision, missing: response.status === 404 };
}

/** Errors, warnings and the document of a page. */
export function getState(page) {
  return getJson(`${OURS}state?${new URLSearchParams({ page })}`);
}

/** The pages of a copy, and where in them a place of the site is. What is null is not asked. */
export function getPdf(question) {
  const asked = Object.entries(question).filter(([, value]) => value != null);
  return getJson(`${OURS}pdf?${new URLSearchParams(asked)}`);
}

/** The picture of one page of a PDF. */
export function sheetAddress(id) {
  return `${OURS}pdf/${encodeURIComponent(id)}.svg`;
}

async function getJson(url) {
  const response = await ask(url);
  return response?.ok ? response.json().catch(() => null) : null;
}

async function ask(url) {
  try {
    return await fetch(url, { cache: 'no-store' });
  } catch {
    return null;
  }
}
