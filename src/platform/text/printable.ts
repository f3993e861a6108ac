/**
 * Controls (`Cc`) but line breaks and tabs; lone surrogates (`Cs`); and the marks that turn the direction of the text
 * around them: a name must not be able to rewrite the sentence it stands in. Letters of any script stay.
 */
const UNPRINTABLE = /(?![\n\r\t])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** More marks on one letter than any script writes: they would climb over the lines above. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;

/** Latin letters, composed, with the signs that go with them: nearly every text, and nothing to change in it. */
const PLAIN = /^[\n\r\t\x20-\x7e\u00a0-\u02af\u1e00-\u1eff\u2013\u2014\u2018-\u201d\u2026]*$/;

/** Whether nothing in a text would be lost in print. */
export function isPrintable(text: string): boolean {
  return printable(text) === text.normalize('NFC');
}

/** Space that one line has no room for. To look for it first is quicker than to replace every single space by itself. */
const UNEVEN = /[^\S ]| (?: |$)|^ /;

/** One line of printable text, NFC: line breaks and tabs become single spaces. */
export function oneLine(text: string): string {
  const shown = printable(text);
  return UNEVEN.test(shown) ? shown.replace(/\s+/g, ' ').trim() : shown;
}

/** The paragraphs of a longer text: one for each line that is not empty. */
export function paragraphs(text: string): string[] {
  return printable(text)
    .split(/[\n\r\u2028\u2029]+/)
    .map(oneLine)
    .filter((paragraph) => paragraph !== '');
}

/** Only a plain word is lowered: `Giai đoạn 1` yes, `UBND` and `“Đẩy mạnh…` no. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text;
}

/** UPPER CASE as Vietnamese writes it. */
export function upper(text: string): string {
  return oneLine(text).toLocaleUpperCase('vi');
}

/** `trung tâm` → `Trung tâm`. */
export function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase('vi') + rest.join('');
}

/** `a, b và c`. */
export function enumerated(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}` : (parts[0] ?? '');
}

function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize('NFC').replace(UNPRINTABLE, '').replace(PILED_MARKS, '$1');
}
