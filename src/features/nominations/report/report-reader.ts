import type { Report, ReportValue } from '../../../domain/nomination';
import {
  ACHIEVEMENT,
  CRITERION,
  NARRATIVE,
  PLACED_KEYS,
  PROFILE_GROUPS,
  type SectionField,
} from './report-sections';
import { oneLine, paragraphs } from '../../../platform/text/printable';

export interface EarlierForm {
  year: string;
  form: string;
  decision: string;
  issuer: string;
}

/** The paragraphs under one key of the report, at its top or within `overview` or `biography`; empty when not there. */
export function section(report: Report, key: string): string[] {
  return [report, ...PROFILE_GROUPS.map((group) => asRecord(report[group]))].flatMap((level) =>
    Object.hasOwn(level, key) ? toParagraphs(level[key]) : [],
  );
}

/** `overview` and `biography` themselves, where they are plain text. */
export function generalProfile(report: Report): string[] {
  return PROFILE_GROUPS.flatMap((group) => (isRecord(report[group]) ? [] : toParagraphs(report[group])));
}

/** What is said on one criterion, over all rows that name it: the result, then the rest under its heading. */
export function achievementOn(report: Report, criterion: string): string[] {
  return asRows(report.achievements)
    .filter((row) => plain(row.criterion) === oneLine(criterion))
    .flatMap(achievementRow);
}

function achievementRow({ criterion: _, text, ...rest }: { [key: string]: ReportValue }): string[] {
  const more = Object.entries(rest).flatMap(([key, value]) =>
    labelled(ACHIEVEMENT.get(key) ?? key, toParagraphs(value)),
  );
  return [...toParagraphs(text), ...more];
}

/** Rows of `achievements` that name no criterion of the set: printed all the same. */
export function otherAchievements(report: Report, criteria: readonly string[]): string[] {
  const known = new Set(criteria.map(oneLine));
  const rows = asRows(report.achievements).filter((row) => !known.has(plain(row.criterion)));
  const loose = Array.isArray(report.achievements)
    ? report.achievements.filter((item) => !isRecord(item))
    : [report.achievements];
  return [...rows.flatMap(strayRow), ...loose.flatMap(toParagraphs)];
}

/** Told by the code that it names, so that it can be put right. */
function strayRow(row: { [key: string]: ReportValue }): string[] {
  const criterion = plain(row.criterion);
  return criterion ? labelled(`${CRITERION} ${criterion}`, achievementRow(row)) : achievementRow(row);
}

export function earlierForms(report: Report): EarlierForm[] {
  return asRows(report.history).map((row) => ({
    year: plain(row.year),
    form: plain(row.form),
    decision: plain(row.decision),
    issuer: plain(row.issuer),
  }));
}

/** Sections that no form knows: shown under their own key rather than lost. */
export function otherSections(report: Report, profile: readonly SectionField[]): string[] {
  const placed = new Set([
    ...PLACED_KEYS,
    ...PROFILE_GROUPS,
    ...[...profile, ...NARRATIVE].map(({ key }) => key),
  ]);
  const groups = PROFILE_GROUPS.flatMap((group) => Object.entries(asRecord(report[group])));
  const loose: ReportValue[] = Array.isArray(report.history) ? [] : [report.history ?? null];
  return [
    ...[...Object.entries(report), ...groups]
      .filter(([key]) => !placed.has(key))
      .flatMap(([key, value]) => labelled(key, toParagraphs(value))),
    ...loose.flatMap(toParagraphs),
  ];
}

function toParagraphs(value: ReportValue | undefined): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'boolean') return [value ? 'Có' : 'Không'];
  if (Array.isArray(value)) return value.flatMap(toParagraphs);
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => labelled(key, toParagraphs(item)));
  return paragraphs(String(value));
}

function labelled(key: string, [first, ...rest]: string[]): string[] {
  return first === undefined ? [] : [`${oneLine(key)}: ${first}`, ...rest];
}

function plain(value: ReportValue | undefined): string {
  return toParagraphs(value).join(' ');
}

function asRows(value: ReportValue | undefined): { [key: string]: ReportValue }[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function asRecord(value: ReportValue | undefined): { [key: string]: ReportValue } {
  return isRecord(value) ? value : {};
}

function isRecord(value: ReportValue | undefined): value is { [key: string]: ReportValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
