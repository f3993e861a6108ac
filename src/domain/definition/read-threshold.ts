import type { Threshold } from '../campaign';
import { Fields, isMapping } from './fields';
import { type Node, shown } from './node';
import { UNREADABLE, text } from './scalars';

/** `{ atLeast: 2/3 }` or `{ moreThan: 1/2 }`: one of the two, a fraction from 0 to 1. */
export function readThreshold(node: Node): Threshold {
  const fields = new Fields(node, ['atLeast', 'moreThan']);
  if (isMapping(node.value) && fields.has('atLeast') === fields.has('moreThan')) node.error('one-threshold');
  const kind = fields.has('atLeast') ? 'atLeast' : 'moreThan';
  return { kind, ...(fields.optional(kind, readFraction) ?? { numerator: NaN, denominator: NaN }) };
}

/** Few enough digits that two of them still multiply exactly with a number of members. */
function readFraction(node: Node): { numerator: number; denominator: number } {
  const written = text(node);
  const digits = /^(\d{1,6})\s*\/\s*(\d{1,6})$/.exec(written);
  const numerator = Number(digits?.[1]);
  const denominator = Number(digits?.[2]);
  if (written !== UNREADABLE && !(denominator > 0 && numerator <= denominator))
    node.error('not-a-fraction', { found: shown(written) });
  return { numerator, denominator };
}
