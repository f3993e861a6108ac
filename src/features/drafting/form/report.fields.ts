import type { CriteriaSet, Subject } from '../../../domain/campaign';
import type { Nomination, Report, ReportValue } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import {
  ACHIEVEMENT,
  NARRATIVE,
  PROFILE,
  PROFILE_GROUPS,
  type SectionField,
} from '../../nominations/report/report-sections';
import { type Typed, rowsIn, textOf } from './typed';

type Row = { [key: string]: ReportValue };

/** What the nomination states elsewhere: asked for here only where the report has words of its own for it. */
const STATED = ['name', 'gender', 'unit', 'position'];
export const HISTORY = ['year', 'form', 'decision', 'issuer'] as const;
export const SAID = ['text', ...ACHIEVEMENT.keys()];

/** The sections of the first part that the form asks for. */
export function profileFields({ subject, report }: Pick<Nomination, 'subject' | 'report'>): SectionField[] {
  return PROFILE[subject].filter(({ key }) => !STATED.includes(key) || sectionText(report, key) !== '');
}

export const SUMMARY: SectionField = { key: 'summary', heading: 'Tóm tắt thành tích' };
export const SUPERIOR: SectionField = { key: 'superior', heading: 'Cấp trên trực tiếp xác nhận' };

function sectionKeys(nomination: Pick<Nomination, 'subject' | 'report'>): string[] {
  return [SUMMARY, ...profileFields(nomination), ...NARRATIVE, SUPERIOR].map(({ key }) => key);
}

/** The report as the form shows it: `report.office`, `said.2.text`, `history.0.year`. */
export function typedReport(set: CriteriaSet, nomination: Nomination): Record<string, string> {
  const { report } = nomination;
  const sections = sectionKeys(nomination).map((key) => [`report.${key}`, sectionText(report, key)]);
  const said = set.criteria.flatMap(({ code }, index) =>
    SAID.map((key) => [`said.${index}.${key}`, saidText(report, code, key)]),
  );
  const history = rowsOf(report['history']).flatMap((row, index) =>
    HISTORY.map((key) => [`history.${index}.${key}`, plainText(row[key])]),
  );
  return Object.fromEntries([...sections, ...said, ...history]) as Record<string, string>;
}

/**
 * The report with what was typed. A part whose words are the same stays as it is stored, however it is built, and so does
 * all that the form does not know.
 */
export function reportDocument(set: CriteriaSet, nomination: Nomination, typed: Typed): Report {
  const known = typedReport(set, nomination);
  const isSame = (name: string) => textOf(typed, name) === textOf(known, name);
  const changed = sectionKeys(nomination).filter((key) => !isSame(`report.${key}`));
  const report = withSections(nomination.report, changed, typed);
  const indices = set.criteria.map((_, index) => index);
  const resaid = indices.filter((index) => !SAID.every((key) => isSame(`said.${index}.${key}`)));
  if (resaid.length > 0) report['achievements'] = withSaid(set, nomination.report, resaid, typed);
  const rows = rowsIn(typed, 'history', HISTORY);
  const before = rowsIn(known, 'history', HISTORY);
  if (JSON.stringify(rows.map(textsOf)) !== JSON.stringify(before.map(textsOf)))
    report['history'] = rows.map(textsOf);
  return report;
}

function textsOf({ texts }: { texts: Record<string, string> }): Record<string, string> {
  return texts;
}

function withSections(report: Report, keys: readonly string[], typed: Typed): Report {
  const without = Object.fromEntries(Object.entries(report).filter(([key]) => !keys.includes(key)));
  for (const group of PROFILE_GROUPS) {
    const value = without[group];
    if (isRow(value))
      without[group] = Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
  }
  return { ...without, ...Object.fromEntries(keys.map((key) => [key, textOf(typed, `report.${key}`)])) };
}

/** The rows on other criteria stay; each changed criterion has one row, with what else its first row said. */
function withSaid(set: CriteriaSet, report: Report, indices: readonly number[], typed: Typed): ReportValue[] {
  const codes = indices.map((index) => set.criteria[index]?.code ?? '');
  const all = Array.isArray(report['achievements'])
    ? report['achievements']
    : [report['achievements'] ?? null];
  const others = all.filter((row) => !isRow(row) || !codes.includes(plainText(row['criterion'])));
  const said = indices.map((index, at) => {
    const first = rowsOf(report['achievements']).find((row) => plainText(row['criterion']) === codes[at]);
    const texts = SAID.map((key) => [key, textOf(typed, `said.${index}.${key}`)]);
    return { ...first, criterion: codes[at] ?? '', ...Object.fromEntries(texts) } as Row;
  });
  return [
    ...others,
    ...said.filter((row) => Object.keys(row).some((key) => key !== 'criterion' && row[key] !== '')),
  ];
}

function saidText(report: Report, code: string, key: string): string {
  const rows = rowsOf(report['achievements']).filter((row) => plainText(row['criterion']) === code);
  return rows
    .map((row) => plainText(row[key]))
    .filter(Boolean)
    .join('\n');
}

/** One section, at the top of the report or within `overview` or `biography`. */
function sectionText(report: Report, key: string): string {
  const levels = [report, ...PROFILE_GROUPS.map((group) => report[group]).filter(isRow)];
  return levels
    .map((level) => plainText(Object.hasOwn(level, key) ? level[key] : undefined))
    .filter(Boolean)
    .join('\n');
}

function plainText(value: ReportValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return message(value ? 'sheet.yes' : 'sheet.no');
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plainText).join('\n');
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${plainText(item)}`)
    .join('\n');
}

function rowsOf(value: ReportValue | undefined): Row[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function isRow(value: ReportValue | undefined): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Headings of the first part differ by subject: a household has a head, a person a birthday. */
export function profileHeading(subject: Subject): string {
  return message(`draft.profile.${subject}`);
}
