import type { Report, ReportValue } from '../../../domain/nomination';

/** Sections that are tables, with the columns of their own sheets. */
export const REPORT_TABLES: Record<string, readonly string[]> = {
  achievements: ['criterion', 'text', 'measure', 'before', 'after', 'spread'],
  history: ['year', 'form', 'decision', 'issuer'],
};

type TextRow = Record<string, string>;

interface ReportRows {
  tables: Record<string, TextRow[]>;
  /** Every other text with the path to it: `overview/office`, `photos/#2/title`. */
  texts: { section: string; content: string | boolean }[];
}

export function reportRows(report: Report): ReportRows {
  const tables: ReportRows['tables'] = {};
  const texts: ReportRows['texts'] = [];
  for (const [key, value] of Object.entries(report)) {
    const columns = REPORT_TABLES[key];
    if (columns && isTable(value, columns)) tables[key] = value;
    else texts.push(...leaves(value, escape(key)));
  }
  return { tables, texts };
}

function isTable(value: ReportValue, columns: readonly string[]): value is TextRow[] {
  return Array.isArray(value) && value.every((row) => isTextRow(row, columns));
}

function isTextRow(row: ReportValue, columns: readonly string[]): boolean {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return false;
  return Object.entries(row).every(([key, value]) => columns.includes(key) && typeof value === 'string');
}

function leaves(value: ReportValue, section: string): ReportRows['texts'] {
  if (typeof value === 'string' || typeof value === 'boolean') return [{ section, content: value }];
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, `${section}/#${index + 1}`));
  return Object.entries(value).flatMap(([key, item]) => leaves(item, `${section}/${escape(key)}`));
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1').replace(/^#/, '~2');
}

function unescape(segment: string): string {
  return segment.replace(/^~2/, '#').replaceAll('~1', '/').replaceAll('~0', '~');
}

const MOST_ITEMS = 2000;

/** The keys and indices of `overview/office`, `photos/#2/title`; undefined for a path that cannot be. */
export function sectionPath(section: string): (string | number)[] | undefined {
  const steps = section.split('/').map((segment) => {
    const index = /^#(\d{1,4})$/.exec(segment)?.[1];
    return index === undefined ? unescape(segment) : Number(index) - 1;
  });
  const possible = steps.every((step) =>
    typeof step === 'string' ? step !== '' : step >= 0 && step < MOST_ITEMS,
  );
  return possible && typeof steps[0] === 'string' ? steps : undefined;
}
