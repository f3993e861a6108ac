import { NEAR_IDENTICAL } from './similar-text';
import { wordsOf } from './words';

/** A run of a text as it was written, and whether it stands in the other text too. */
interface TextPart {
  text: string;
  alike: boolean;
}

/** The runs of so many words that a text has, to be asked for those of another. */
export function shinglesIn(text: string, size = NEAR_IDENTICAL.shingle): ReadonlySet<string> {
  const words = wordsOf(text);
  const runs = new Set<string>();
  for (let at = 0; at + size <= words.length; at += 1) runs.add(words.slice(at, at + size).join(' '));
  return runs;
}

/**
 * A text in parts: those whose words stand in the other text in the same order, at least `size` in a row, and the rest.
 * Joined together the parts are the text, letter for letter.
 */
export function alikeParts(
  text: string,
  other: ReadonlySet<string>,
  size = NEAR_IDENTICAL.shingle,
): TextPart[] {
  const written = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const keys = written.map(([word]) => wordsOf(word).join(' '));
  const marked = keys.map(() => false);
  for (let at = 0; at + size <= keys.length; at += 1)
    if (other.has(keys.slice(at, at + size).join(' '))) marked.fill(true, at, at + size);
  return merged(pieces(text, written, marked));
}

/** Every word and every gap; a gap is marked where the words on both its sides are. */
function pieces(text: string, written: readonly RegExpExecArray[], marked: readonly boolean[]): TextPart[] {
  let end = 0;
  const all = written.flatMap((word, at) => {
    const gap = { text: text.slice(end, word.index), alike: marked[at - 1] === true && marked[at] === true };
    end = word.index + word[0].length;
    return [gap, { text: word[0], alike: marked[at] === true }];
  });
  return [...all, { text: text.slice(end), alike: false }];
}

function merged(all: readonly TextPart[]): TextPart[] {
  const parts: TextPart[] = [];
  for (const { text, alike } of all.filter((piece) => piece.text !== '')) {
    const last = parts.at(-1);
    if (last?.alike === alike) last.text += text;
    else parts.push({ text, alike });
  }
  return parts;
}
