import type { CriteriaSet, Subject } from '../../../domain/campaign';
import type { Path } from '../../../domain/finding';
import type { Nomination } from '../../../domain/nomination';
import { entriesDocument, entryName, typedEntries } from './entry.fields';
import { HISTORY, SAID, reportDocument, typedReport } from './report.fields';
import { type Typed, type TypedRow, numberTyped, rowsIn, textOf } from './typed';

export const EVIDENCE = ['title', 'document', 'file'] as const;
export const AWARD = ['award', 'campaign', 'phase', 'decision'] as const;
/** Filled without anybody's doing: such a row says nothing yet. */
const AWARD_IDLE = ['campaign', 'phase'];

/** What the form asks about the nominee, by kind. */
export const DETAILS: Record<Subject, readonly Detail[]> = {
  collective: ['orgClass', 'members', 'women'],
  individual: ['gender', 'position', 'positionClass'],
  household: ['members'],
};
export type Detail = 'members' | 'women' | 'orgClass' | 'gender' | 'position' | 'positionClass';

/** A stored nomination as the texts of its form. */
export function typedDraft(set: CriteriaSet, nomination: Nomination): Typed {
  const { name, proposed = '', subject, awards } = nomination;
  return {
    name,
    proposed,
    ...Object.fromEntries(DETAILS[subject].map((key) => [key, String(nomination[key] ?? '')])),
    ...typedEntries(set, nomination.scores.self),
    ...typedEvidence(set, nomination),
    ...rowFields('award', AWARD, awards),
    ...typedReport(set, nomination),
  };
}

function typedEvidence({ criteria }: CriteriaSet, { evidence }: Nomination): Record<string, string> {
  return Object.assign(
    {},
    ...criteria.map(({ code }, index) =>
      rowFields(
        `evidence.${index}`,
        EVIDENCE,
        evidence.filter(({ criterion }) => criterion === code),
      ),
    ),
  ) as Record<string, string>;
}

function rowFields<K extends string>(
  list: string,
  keys: readonly K[],
  rows: readonly { [key in K]?: string }[],
): Record<string, string> {
  const fields = rows.flatMap((row, index) => keys.map((key) => [`${list}.${index}.${key}`, row[key] ?? '']));
  return Object.fromEntries(fields) as Record<string, string>;
}

/** What a form says, to be taken in by the service of nominations, and where its faults belong. */
export interface DraftDocument {
  /** In document form (spec §2), without what the form does not ask. */
  plain: Record<string, unknown>;
  /** The field that a finding is about; '' for none of the form. */
  fieldOf: (path: Path) => string;
}

/** The document form of what was typed. Empty fields and empty rows are left out: a draft may be incomplete. */
export function draftDocument(set: CriteriaSet, nomination: Nomination, typed: Typed): DraftDocument {
  const evidence = set.criteria.flatMap(({ code }, index) =>
    rowsIn(typed, `evidence.${index}`, EVIDENCE).map((row) => ({ row, code })),
  );
  const awards = rowsIn(typed, 'award', AWARD, AWARD_IDLE);
  const plain = {
    name: textOf(typed, 'name'),
    proposed: textOf(typed, 'proposed') || null,
    ...Object.fromEntries(DETAILS[nomination.subject].map((key) => [key, detailOf(typed, key)])),
    scores: { self: entriesDocument(set, typed) },
    evidence: evidence.map(({ row, code }) => ({ criterion: code, ...row.texts })),
    awards: awards.map(({ texts }) => texts),
    report: reportDocument(set, nomination, typed),
  };
  const rows = {
    evidence: evidence.map(({ row }) => row),
    awards,
    history: rowsIn(typed, 'history', HISTORY),
  };
  return { plain, fieldOf: (path) => fieldOf(set, plain.report, rows, path) };
}

/** Whether a form says word for word what is stored. */
export function saysTheSame(set: CriteriaSet, nomination: Nomination, typed: Typed): boolean {
  const said = (form: Typed) => JSON.stringify(draftDocument(set, nomination, form).plain);
  return said(typed) === said(typedDraft(set, nomination));
}

const ROWS = new Map<string, readonly string[]>([
  ['evidence', EVIDENCE],
  ['award', AWARD],
  ['history', HISTORY],
]);

/** The id of the empty row that follows those of a list once they are stored; '' for no list of the form. */
export function nextRow(typed: Typed, list: string): string {
  const keys = ROWS.get(list.split('.')[0] ?? '');
  return keys ? `${list}.${rowsIn(typed, list, keys, AWARD_IDLE).length}`.replaceAll('.', '-') : '';
}

function detailOf(typed: Typed, key: Detail): string | null {
  const text = textOf(typed, key);
  return (key === 'members' || key === 'women' ? numberTyped(text) : text) || null;
}

type Rows = Record<'evidence' | 'awards' | 'history', readonly TypedRow[]>;

function fieldOf(
  set: CriteriaSet,
  report: Nomination['report'],
  rows: Rows,
  [top = '', ...below]: Path,
): string {
  const [first = '', second = ''] = below;
  if (top === 'scores') return entryField(set, below);
  if (top === 'evidence' || top === 'awards') return rowField(rows[top], first, second);
  if (top !== 'report') return String(top);
  if (first === 'history') return rowField(rows.history, second, below[2] ?? '');
  return first === 'achievements' ? saidField(set, report, second, below[2] ?? '') : `report.${first}`;
}

function entryField({ criteria }: CriteriaSet, [, code, part]: Path): string {
  const index = criteria.findIndex((each) => each.code === code);
  if (index < 0) return '';
  const isRatio = criteria[index]?.rule.kind === 'ratio';
  return isRatio ? `${entryName(index)}.${part ?? 'done'}` : entryName(index);
}

function rowField(rows: readonly TypedRow[], index: string | number, key: string | number): string {
  const row = rows[Number(index)];
  return row ? `${row.name}.${key}` : '';
}

function saidField(
  { criteria }: CriteriaSet,
  { achievements }: Nomination['report'],
  row: string | number,
  key: string | number,
): string {
  const said: unknown = Array.isArray(achievements) ? achievements[Number(row)] : undefined;
  const code: unknown =
    typeof said === 'object' && said !== null ? Reflect.get(said, 'criterion') : undefined;
  const index = criteria.findIndex((each) => each.code === code);
  return index < 0 || !SAID.includes(String(key)) ? '' : `said.${index}.${key}`;
}
