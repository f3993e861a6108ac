import type { NominationResult } from '../../../domain/evaluation';
import { hasMessage, message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import { sortKey } from '../../../platform/text/sort-key';
import { SUBJECTS } from './award-round';
import { type Counts, type Given, columnAwards, countsBy, sumColumns } from './review-counts';
import { countsChart } from './review-charts';

/** Numbers by one trait: a chart, and the table behind it. */
export interface BreakdownView {
  heading: string;
  /** SVG. */
  chart: string;
  caption: string;
  rows: { label: string; cells: number[]; isTotal: boolean }[];
  /** Goes on one page as a whole. */
  isShort: boolean;
}

/** More units than these are in the table alone. */
const DRAWN_UNITS = 10;
const SHORT = 6;

/** In the order in which people choose them. */
const CLASSES = ['administrative', 'public-service', 'enterprise', 'mass-organization'];

const unknown = () => message('dossier.review.unknown');

/** By kind, class of organisation, position, sex and unit; a trait that nobody has is left out. */
export function breakdowns(
  results: readonly NominationResult[],
  given: Given,
  headings: Readonly<Record<string, string>>,
): BreakdownView[] {
  return traits(results, given)
    .filter(([, rows]) => rows.length > 0)
    .map(([key, rows], at) => ({
      heading: `${at + 2}. ${headings[key] ?? ''}`,
      ...drawn(key, rows, headings[key] ?? '', given),
      rows: withTotal(rows, given),
      isShort: rows.length <= SHORT,
    }));
}

function traits(results: readonly NominationResult[], given: Given): [key: string, rows: Counts[]][] {
  const of = (subject: string) => results.filter(({ nomination }) => nomination.subject === subject);
  return [
    ['byKind', countsBy(results, given, kindOf, named('dossier.section', SUBJECTS))],
    ['byClass', countsBy(of('collective'), given, classOf, named('draft.class', CLASSES))],
    [
      'byPosition',
      countsBy(of('individual'), given, positionOf, named('dossier.class', ['leader', 'direct'])),
    ],
    ['bySex', countsBy(of('individual'), given, sexOf, named('dossier.gender', ['female', 'male']))],
    ['byUnit', byName(countsBy(results, given, unitOf))],
  ];
}

function named(family: string, values: readonly string[]): string[] {
  return values.map((value) => message(`${family}.${value}`));
}

function drawn(
  key: string,
  rows: readonly Counts[],
  title: string,
  given: Given,
): Pick<BreakdownView, 'chart' | 'caption'> {
  const largest = rows.toSorted((a, b) => b.nominated - a.nominated).slice(0, DRAWN_UNITS);
  const shown = rows.length > DRAWN_UNITS ? largest : rows;
  const caption =
    rows.length > DRAWN_UNITS
      ? message('dossier.review.caption.largest', { count: DRAWN_UNITS })
      : message('dossier.review.caption');
  return { chart: countsChart(`bao-cao-${key}`, title, shown, sumColumns(given)), caption };
}

function withTotal(rows: readonly Counts[], given: Given): BreakdownView['rows'] {
  const cells = (counts: Counts) => [
    counts.nominated,
    counts.considered,
    ...counts.awards.slice(0, columnAwards(given).length),
    ...sumColumns(given).map((key) => counts[key]),
  ];
  const all = rows.map((row) => ({ label: row.label, cells: cells(row), isTotal: false }));
  const sums = (all[0]?.cells ?? []).map((_, at) => all.reduce((sum, row) => sum + (row.cells[at] ?? 0), 0));
  return rows.length > 1
    ? [...all, { label: message('dossier.review.total'), cells: sums, isTotal: true }]
    : all;
}

function kindOf({ nomination }: NominationResult): string {
  return message(`dossier.section.${nomination.subject}`);
}

/** A class that came with a file and is none of the usual ones stays what it is. */
function classOf({ nomination: { orgClass } }: NominationResult): string {
  if (!orgClass) return unknown();
  return hasMessage(`draft.class.${orgClass}`) ? message(`draft.class.${orgClass}`) : oneLine(orgClass);
}

function positionOf({ nomination: { positionClass } }: NominationResult): string {
  return positionClass ? message(`dossier.class.${positionClass}`) : unknown();
}

function sexOf({ nomination: { gender } }: NominationResult): string {
  return gender ? message(`dossier.gender.${gender}`) : unknown();
}

function unitOf({ nomination }: NominationResult): string {
  return oneLine(nomination.unit) || unknown();
}

function byName(rows: readonly Counts[]): Counts[] {
  const keys = new Map(rows.map(({ label }) => [label, sortKey(label)]));
  const keyOf = ({ label }: Counts) => keys.get(label) ?? '';
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}
