import { isDay } from '../calendar-day';
import type { Day, Hundredths } from '../campaign';
import { Node, shown } from './node';

/**
 * Readers of single values. Each reports what it cannot read and then gives a value that no later check stumbles over:
 * '' for a text, NaN for a number (every comparison with it is false). Such values never leave this folder, because a
 * document with an error gives no model.
 */
export const UNREADABLE = '';

/** A cell of a workbook holds no more, so that every text fits either kind of file. */
const LONGEST_TEXT = 32_767;
const LONGEST_CODE = 100;

/** NFC, nothing unseen, outer space cut, line ends as \n. A number is the text that was written. */
export function text(node: Node): string {
  const written = scalar(node, 'not-text');
  if (written === undefined) return UNREADABLE;
  const clean = tidy(written);
  if (clean === '') node.error('empty-text');
  return printable(node, clean, LONGEST_TEXT);
}

/** A name: a text on one line, without spaces twice within. */
export function name(node: Node): string {
  const written = text(node);
  return written === UNREADABLE ? written : written.replace(/\s+/g, ' ');
}

/**
 * What pasted text brings along and nobody sees: soft hyphens, spaces without width, signs that turn the direction of writing.
 * Two units would be one to every eye, and a name could be printed backwards.
 */
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

export function tidy(written: string): string {
  return written.replace(UNSEEN, '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

/** Refuses what no document or workbook can print: control characters, halves of characters, endless text. */
export function printable(node: Node, clean: string, longest = LONGEST_TEXT): string {
  if (/[^\P{Cc}\n\t]|\p{Surrogate}|[\uFFFE\uFFFF]/u.test(clean)) node.error('control-character');
  else if (clean.length > longest) node.error('text-too-long', { length: clean.length, longest });
  else return clean;
  return UNREADABLE;
}

/** A short name of one thing. Names that every JavaScript object has are refused: codes become keys of records. */
export function code(node: Node): string {
  const written = scalar(node, 'not-a-code');
  if (written === undefined) return UNREADABLE;
  const clean = tidy(written);
  if (clean === '') node.error('empty-text');
  if (Object.hasOwn(Object.prototype, clean)) node.error('reserved-code', { code: clean });
  else if (/[\n\t]|\p{Cf}/u.test(clean)) node.error('control-character');
  else return printable(node, clean, LONGEST_CODE);
  return UNREADABLE;
}

function scalar(node: Node, refusal: string): string | undefined {
  const { value } = node;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value !== undefined) node.error(refusal, { found: shown(value) });
  return undefined;
}

/** At most two fraction digits and a safe integer in hundredths; read digit by digit, never as a float. */
export function decimal(node: Node): Hundredths {
  const written = scalar(node, 'not-a-number')?.trim();
  if (written === undefined) return NaN;
  const digits = /^(-?)(\d+)(?:\.(\d+))?$/.exec(written);
  if (!digits) return refuse(node, written.includes(',') ? 'decimal-comma' : 'not-a-number', written);
  const [, sign = '', whole = '', fraction = ''] = digits;
  if (fraction.length > 2) return refuse(node, 'too-many-decimals', written);
  const hundredths = Number(`${sign}${whole}${fraction.padEnd(2, '0')}`) + 0;
  return Number.isSafeInteger(hundredths) ? hundredths : refuse(node, 'number-too-large', written);
}

/** A decimal of at least 0. */
export function amount(node: Node): Hundredths {
  const value = decimal(node);
  return value < 0 ? refuse(node, 'negative', decimalText(value)) : value;
}

/** A decimal above 0: steps, units and maxima. */
export function positive(node: Node): Hundredths {
  const value = decimal(node);
  return value <= 0 ? refuse(node, 'not-positive', decimalText(value)) : value;
}

/** A whole number of at least `least`. */
function whole(node: Node, least = 0): number {
  const written = scalar(node, 'not-whole')?.trim();
  if (written === undefined) return NaN;
  if (!/^-?\d+$/.test(written)) return refuse(node, 'not-whole', written);
  const value = Number(written) + 0;
  if (!Number.isSafeInteger(value)) return refuse(node, 'number-too-large', written);
  if (value >= least) return value;
  node.error('below-least', { found: value, least });
  return NaN;
}

export const natural = (node: Node): number => whole(node, 0);
export const ordinal = (node: Node): number => whole(node, 1);

function refuse(node: Node, refusal: string, written: string): number {
  node.error(refusal, { found: shown(written) });
  return NaN;
}

/** Only the booleans of YAML and JSON: `"true"`, `yes` and `có` are texts there. */
export function flag(node: Node): boolean {
  if (typeof node.value === 'boolean') return node.value;
  if (node.value !== undefined) node.error('not-yes-no', { found: shown(node.value) });
  return false;
}

/** One of the words, as written. */
export function oneOf<T extends string>(...words: readonly T[]): (node: Node) => T {
  return (node) => {
    const word = words.find((each) => each === node.value);
    if (word === undefined && node.value !== undefined)
      node.error('not-one-of', { found: shown(node.value), allowed: words.join(', ') });
    // Not a word of the list: equal to none of them, so that no later check takes it for one.
    return word ?? (UNREADABLE as T);
  };
}

/** A day that the calendar knows, `YYYY-MM-DD`. */
export function day(node: Node): Day {
  const written = scalar(node, 'not-a-day')?.trim();
  if (written === undefined) return UNREADABLE;
  if (isDay(written)) return written;
  node.error('not-a-day', { found: shown(written) });
  return UNREADABLE;
}

/** Hundredths as a file would state them: 1850 is `18.5`. */
export function decimalText(value: Hundredths): string {
  const digits = String(value < 0 ? -value : value).padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}${fraction && `.${fraction}`}`;
}
