import type { FormBody } from '../../../platform/views/form';

/** The form of a draft as texts by field name: what stands on the screen, from the database or from a browser. */
export type Typed = Readonly<Record<string, string>>;

/** What was sent, composed and with one kind of line end; fields that are no text are none of ours. */
export function typedIn(body: FormBody): Typed {
  const texts = Object.entries(body).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return Object.fromEntries(texts.map(([name, text]) => [name, tidied(text)]));
}

function tidied(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

/** One field; '' for one that was not sent. */
export function textOf(typed: Typed, name: string): string {
  return Object.hasOwn(typed, name) ? (typed[name] ?? '') : '';
}

/** One row of a list: its texts by key, and where it stands in the form. */
export interface TypedRow {
  /** `award.2`: the fields are `award.2.decision` and so on. */
  name: string;
  texts: Record<string, string>;
}

/** The rows of a list that say anything, in the order of the form; `idle` keys alone make no row. */
export function rowsIn(
  typed: Typed,
  list: string,
  keys: readonly string[],
  idle: readonly string[] = [],
): TypedRow[] {
  return numbersIn(typed, list)
    .map((number) => rowAt(typed, `${list}.${number}`, keys))
    .filter(({ texts }) => keys.some((key) => texts[key] !== '' && !idle.includes(key)));
}

function rowAt(typed: Typed, name: string, keys: readonly string[]): TypedRow {
  return { name, texts: Object.fromEntries(keys.map((key) => [key, textOf(typed, `${name}.${key}`)])) };
}

function numbersIn(typed: Typed, list: string): number[] {
  const found = Object.keys(typed).flatMap((field) => {
    const number = field.startsWith(`${list}.`) ? /^\d{1,4}(?=\.)/.exec(field.slice(list.length + 1)) : null;
    return number ? [Number(number[0])] : [];
  });
  return [...new Set(found)].sort((a, b) => a - b);
}

/** A number as people write it, `1 234,5`, as files have it: `1234.5`. Anything else stays for the reader to refuse. */
export function numberTyped(text: string): string {
  const closed = text.replace(/[\s\u00a0]+(?=\d{3}\b)/g, '');
  return /^-?\d+,\d+$/.test(closed) ? closed.replace(',', '.') : closed;
}
