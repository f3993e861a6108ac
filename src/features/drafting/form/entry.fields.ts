import type { Criterion, CriteriaSet } from '../../../domain/campaign';
import { decimalText } from '../../../domain/definition/scalars';
import type { Entries, Entry } from '../../../domain/nomination';
import { type Typed, numberTyped, textOf } from './typed';

/** Fields of the self-score: `self.3`, and for a ratio `self.3.done` and `self.3.of`; `self.3.na` is a box to tick. */
export function entryName(index: number): string {
  return `self.${index}`;
}

const YES = 'co';
const NO = 'khong';
export const NA = 'na';
export const YES_NO = { yes: YES, no: NO } as const;

/** Whether "not applicable" is one of the answers offered, and not a box beside a number. */
export function isPicked({ rule }: Criterion): boolean {
  return rule.kind === 'yesno' || rule.kind === 'choice';
}

/** The self layer as the form shows it. */
export function typedEntries({ criteria }: CriteriaSet, entries: Entries = {}): Record<string, string> {
  return Object.assign(
    {},
    ...criteria.map((criterion, index) => typedEntry(criterion, index, entries)),
  ) as Record<string, string>;
}

function typedEntry(criterion: Criterion, index: number, entries: Entries): Record<string, string> {
  const name = entryName(index);
  const entry = entries[criterion.code];
  if (entry === undefined) return {};
  if (entry === 'na') return isPicked(criterion) ? { [name]: NA } : { [`${name}.na`]: '1' };
  if (typeof entry === 'object')
    return { [`${name}.done`]: comma(entry.done), [`${name}.of`]: comma(entry.of) };
  return { [name]: entryText(criterion, entry) };
}

function entryText({ rule }: Criterion, entry: Exclude<Entry, object>): string {
  if (typeof entry === 'boolean') return entry ? YES : NO;
  return typeof entry === 'number' && rule.kind !== 'count' ? comma(entry) : String(entry);
}

function comma(value: number): string {
  return decimalText(value).replace('.', ',');
}

/** The self layer in document form; what is left empty is not entered. */
export function entriesDocument({ criteria }: CriteriaSet, typed: Typed): Record<string, unknown> {
  const entries = criteria.map((criterion, index): [string, unknown] => [
    criterion.code,
    entryDocument(criterion, entryName(index), typed),
  ]);
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined));
}

function entryDocument(criterion: Criterion, name: string, typed: Typed): unknown {
  const text = textOf(typed, name);
  if (textOf(typed, `${name}.na`) !== '') return 'na';
  if (criterion.rule.kind === 'yesno') return { [YES]: true, [NO]: false }[text] ?? (text || undefined);
  if (criterion.rule.kind !== 'ratio') return (isPicked(criterion) ? text : numberTyped(text)) || undefined;
  const [done, of] = [textOf(typed, `${name}.done`), textOf(typed, `${name}.of`)].map(numberTyped);
  return done || of ? { done, of } : undefined;
}
