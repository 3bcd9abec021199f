// Narrows the table of all agreements (afspraken.html) to what a reader asks for.
//
// The page is whole without it: nothing is fetched, rows are only hidden. A plain script and no module, since
// browsers refuse modules on a page that is opened straight from disk. Of the policy of the preview it needs
// `script-src 'self'` and nothing more.
(() => {
  'use strict';
  const form = document.querySelector('form.filter');
  if (!form) return;
  const status = form.querySelector('[role="status"]');
  const fields = [...form.querySelectorAll('select, input')];
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  /** Hides what does not fit. Changes only what must change, so that it may be called at any time. */
  function apply() {
    const answers = fields.filter((field) => field.localName === 'select' && field.value);
    const wanted = answers.map((field) => `${field.name}:${field.value}`);
    const words = plain(form.elements.zoek.value).split(/\s+/).filter(Boolean);
    const rows = [...document.querySelectorAll('tr[data-past]')];
    const fits = (row) => {
      const own = row.dataset.past.split(' ');
      const text = words.length ? plain(row.textContent) : '';
      return wanted.every((answer) => own.includes(answer)) && words.every((word) => text.includes(word));
    };
    for (const row of rows) show(row, fits(row));
    for (const group of document.querySelectorAll('.afsprakengroep')) {
      show(group, group.querySelector('tr[data-past]:not([hidden])') !== null);
    }
    show(form, true);
    const shown = rows.filter((row) => !row.hidden).length;
    const narrowed = wanted.length > 0 || words.length > 0;
    tell(status.dataset.tekst.replace('{0}', shown).replace('{1}', rows.length), narrowed);
  }

  function show(element, visible) {
    if (element.hidden === visible) element.hidden = !visible;
  }

  /** Screen readers are told when the reader pauses, not at every letter. */
  let timer;
  function tell(text, narrowed) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const wanted = narrowed ? text : '';
      if (status.textContent !== wanted) status.textContent = wanted;
    }, 250);
  }

  /** What was chosen stands in the address, so that it can be sent to someone else. */
  function remember() {
    const chosen = new URLSearchParams(fields.filter((field) => field.value).map((field) => [field.name, field.value]));
    const search = chosen.size ? `?${chosen}` : '';
    try {
      history.replaceState(null, '', `${location.pathname}${search}${location.hash}`);
    } catch {
      // Some browsers do not allow it on a page from disk: then the address stays as it was.
    }
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = fields.find((known) => known.name === name);
    if (field) field.value = value;
  }
  form.addEventListener('input', () => { apply(); remember(); });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => { apply(); remember(); }));
  // The preview changes the page in place, also what is hidden here.
  const main = document.querySelector('main');
  new MutationObserver(apply).observe(main, { subtree: true, childList: true, attributeFilter: ['hidden'] });
  apply();
})();
