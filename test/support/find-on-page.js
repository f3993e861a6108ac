/* Runs in the browser: finds what a person means by a text, in the smallest part of the page that also says `near`. */
const PARTS = 'section, form, fieldset, tr, li';

/** The field whose label begins with the text, or whose accessible name does. */
function findField(label, near) {
  const begins = (text) => text.trim().startsWith(label);
  const labels = [...document.querySelectorAll('main label')].filter(({ innerText }) => begins(innerText));
  const named = [...document.querySelectorAll('main [aria-label]')].filter(({ ariaLabel }) =>
    begins(ariaLabel),
  );
  return nearest([...labels.map(({ control }) => control), ...named].filter(Boolean), near);
}

/** The button or link that bears exactly the text, apart from what only a screen reader says. */
function findPressed(text, near) {
  const all = [...document.querySelectorAll('main button, main a, .top a, .top button, .menu a')];
  const seen = all.filter((each) => !each.matches('[aria-hidden], [hidden]'));
  const bearing = seen.filter((each) => ownText(each) === text);
  return nearest(bearing, near);
}

function ownText(element) {
  const copy = element.cloneNode(true);
  for (const hidden of copy.querySelectorAll('.sr-only')) hidden.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

function nearest(elements, near) {
  if (near === '') return elements[0] ?? null;
  const sized = elements.map((element) => ({ element, size: sizeOfPart(element, near) }));
  const [best] = sized.filter(({ size }) => size < Infinity).sort((a, b) => a.size - b.size);
  return best?.element ?? null;
}

function sizeOfPart(element, near) {
  for (let at = element.closest(PARTS); at; at = at.parentElement?.closest(PARTS))
    if (at.innerText.includes(near)) return at.innerText.length;
  return Infinity;
}

globalThis.findOnPage = { field: findField, pressed: findPressed };
