/** The Vietnamese alphabet, with f, j, w, z where Latin order has them. */
const LETTERS = [...'0123456789', ...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
/** In dictionary order: ngang, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const END_OF_WORD = '00';
const LONGEST = 400;

/**
 * A key whose plain order is the Vietnamese alphabetical order of the texts, word by word: letters first, then tones.
 * Two characters of [0-9a-z] for each letter, so that no collation of either engine reads it otherwise.
 */
export function sortKey(text: string): string {
  return wordsOf(text).map(wordKey).join('').slice(0, LONGEST);
}

/** As `sortKey`, for a person: given name, then family name, then what stands between. */
export function personSortKey(name: string): string {
  const words = wordsOf(name);
  const given = words.pop() ?? '';
  return [given, ...words].map(wordKey).join('').slice(0, LONGEST);
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

function wordKey(word: string): string {
  const letters = [...word].map(letterAndTone);
  return letters.map(([code]) => code).join('') + END_OF_WORD + letters.map(([, tone]) => tone).join('');
}

function letterAndTone(character: string): [code: string, tone: number] {
  const marks = [...character.normalize('NFD')];
  const tone = TONES.findIndex((mark) => marks.includes(mark)) + 1;
  const letter = marks
    .filter((mark) => !TONES.includes(mark))
    .join('')
    .normalize('NFC');
  const place = LETTERS.indexOf(letter);
  return [place < 0 ? foreign(letter) : twoDigits(place + 1), tone];
}

/** Letters of other alphabets stand after z, in code order. */
function foreign(letter: string): string {
  return `z${(letter.codePointAt(0) ?? 0).toString(36).padStart(4, '0')}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
