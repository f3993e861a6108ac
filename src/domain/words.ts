/** A tone mark (huyền, ngã, sắc, hỏi, nặng) with the letters that follow it in its word. */
const TONE_INSIDE = /([\u0300\u0301\u0303\u0309\u0323])([\p{L}\p{M}]+)/gu;

/**
 * The words of a text, as two people may write them alike: lower case, without punctuation, and with the tone of a word
 * behind its letters, so that `hoà` and `hòa` are one word while `An` and `Ân` stay two. In NFD.
 */
export function wordsOf(text: string): string[] {
  const letters = text.normalize('NFD').toLowerCase().replace(TONE_INSIDE, '$2$1');
  return letters.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
