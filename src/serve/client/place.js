// Where the reader is on the page: keeping that place while the page changes, and saying which agreement is being read.
//
// For voorbeeld.js (a changed page), room.js (a narrower page) and pdf.js (the same place in the PDF).

/** Runs `change` with the text at the top of the window staying where it is. */
export function keepingPlace(change) {
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
export function anchorInView() {
  // Ids that begin with an underscore are the theme's; the PDF does not know them.
  const anchors = [...document.querySelectorAll('main [id]:not([id^="_"])')];
  return anchors.findLast((element) => element.getBoundingClientRect().top < window.innerHeight / 3)?.id ?? anchors[0]?.id ?? null;
}
