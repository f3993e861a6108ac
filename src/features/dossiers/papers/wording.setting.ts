import { InputRefused } from '../../../domain/domain-error';
import type { Finding, Path } from '../../../domain/finding';
import { isPrintable, oneLine } from '../../../platform/text/printable';
import type { DocumentTemplate } from './document-templates';
import { MINUTES_LINE } from './paper';

/** What an office words otherwise. */
export interface WordingSetting {
  /** By the keys of the form; those that are absent stay as the form has them. */
  headings: Readonly<Record<string, unknown>>;
  /** Null: those that follow from the law and the plan. */
  grounds: readonly string[] | null;
}

export interface WordingColumns {
  headings: Record<string, string>;
  grounds: string[] | null;
}

const LONGEST_HEADING = 200;
const LONGEST_GROUND = 500;
const MOST_GROUNDS = 30;
/** A heading of so few letters is an abbreviation: `STT`. */
const ABBREVIATION = 4;

/** The setting as columns: what differs from the form. Throws InputRefused with all that is wrong, each with its line. */
export function acceptedWording(form: DocumentTemplate, setting: WordingSetting): WordingColumns {
  const headings = Object.entries(setting.headings).map(([key, heading]) => [key, textOf(heading)] as const);
  const grounds = setting.grounds ?? [];
  const findings = [
    ...headings.flatMap(([key, heading]) => headingFindings(form, key, heading)),
    ...(setting.grounds !== null && !form.grounds ? [finding('grounds-none', ['grounds'])] : []),
    ...(setting.grounds?.length === 0 ? [finding('grounds-empty', ['grounds'])] : []),
    ...(grounds.length > MOST_GROUNDS
      ? [finding('grounds-too-many', ['grounds'], { most: MOST_GROUNDS })]
      : grounds.flatMap((line, at) => groundFindings(line, at, grounds))),
  ];
  if (findings.length > 0) throw new InputRefused(findings);
  return {
    headings: Object.fromEntries(
      headings
        .map(([key, heading]) => [key, oneLine(heading)] as const)
        .filter(([key, heading]) => heading !== form.headings[key]),
    ),
    grounds: setting.grounds?.map((line) => oneLine(line).replace(/[.;\s]+$/, '')) ?? null,
  };
}

/** What is no text is none. */
function textOf(heading: unknown): string {
  return typeof heading === 'string' ? heading.normalize('NFC') : '';
}

function headingFindings({ headings }: DocumentTemplate, key: string, heading: string): Finding[] {
  const path = ['headings', key];
  if (!Object.hasOwn(headings, key)) return [finding('heading-unknown', path, { key })];
  const usual = headings[key] ?? '';
  const text = heading.trim();
  return [
    ...(text === '' ? [finding('heading-empty', path, { usual })] : []),
    ...(text.length > LONGEST_HEADING
      ? [finding('heading-long', path, { usual, length: text.length, longest: LONGEST_HEADING })]
      : []),
    ...(isPrintable(heading) && !/[\n\r]/.test(text)
      ? []
      : [finding('heading-unprintable', path, { usual })]),
    ...(isUpper(usual) && text !== '' && !isUpper(text) ? [finding('heading-lower', path, { usual })] : []),
  ];
}

/** Type names, parts and authorities stand in capitals (NĐ 30/2020, Phụ lục I). */
function isUpper(text: string): boolean {
  return text.length >= ABBREVIATION && text === text.toLocaleUpperCase('vi');
}

function groundFindings(line: string, at: number, all: readonly string[]): Finding[] {
  const path = ['grounds', at];
  const params = { line: at + 1 };
  const text = line.trim();
  if (text === '') return [finding('ground-empty', path, params)];
  const first = all.findIndex((other) => oneLine(other) === oneLine(text));
  return [
    ...(text === MINUTES_LINE || /^Căn cứ\s+\S/u.test(text.normalize('NFC'))
      ? []
      : [finding('ground-start', path, params)]),
    ...(text.length > LONGEST_GROUND
      ? [finding('ground-long', path, { ...params, length: text.length, longest: LONGEST_GROUND })]
      : []),
    ...(isPrintable(line) && !/[\n\r]/.test(text) ? [] : [finding('ground-unprintable', path, params)]),
    ...(first < at ? [finding('ground-twice', path, { ...params, first: first + 1 })] : []),
  ];
}

function finding(code: string, path: Path, params: Finding['params'] = {}): Finding {
  return { level: 'error', code, path, params };
}
