/** Beyond it, a word that goes to the next line as a whole would tear the line before it: addresses, names run together. */
const LONG = 24;
/** Drawings, which break no lines, then tags; what stands between them is text, where `&amp;` is one letter. */
const DRAWING_OR_TAG = /(<svg.*?<\/svg>|<[^>]*>)/s;
/** From the beginning of a word: from within `&amp;` on it would part that letter. */
const LONG_WORD = new RegExp(String.raw`(?<!\S)(?:&#?\w+;|[^\s&]){${LONG},}`, 'g');

/** Markup in which a long word breaks wherever its line ends. */
export function withBreakableWords(html: string): string {
  const parts = html.split(DRAWING_OR_TAG);
  return parts.map((part) => (part.startsWith('<') ? part : breakable(part))).join('');
}

function breakable(text: string): string {
  return text.replace(LONG_WORD, '<span class="long-word">$&</span>');
}
