import type { TieBreak } from '../campaign';
import { type Node, shown } from './node';
import { UNREADABLE, text } from './scalars';

const WORDS: readonly string[] = ['votes', 'women', 'direct', 'smaller'];

export function readTieBreak(node: Node): TieBreak {
  const key = text(node);
  if (key !== UNREADABLE && !isTieBreak(key)) node.error('unknown-tie-break', { found: shown(key) });
  return key as TieBreak;
}

function isTieBreak(key: string): key is TieBreak {
  return WORDS.includes(key) || /^(criterion|entry):./u.test(key);
}

/** The criterion that the key looks at, if any. */
export function criterionOf(key: TieBreak): string | undefined {
  return /^(?:criterion|entry):(.+)$/u.exec(key)?.[1];
}
