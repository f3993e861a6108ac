import type { DomainError } from '../../domain/domain-error';
import { type ProblemFinding, problemOf } from '../http/problem';
import { hasMessage, message } from '../messages/message';

/** What is wrong with one field, and where in a file that was sent with it: `dòng 12, cột 5`, or ''. */
export interface PlacedMessage extends Pick<ProblemFinding, 'sheet' | 'cell'> {
  field: string;
  message: string;
  place: string;
}

/** Why a form comes back: the sentence above it, and the findings by the field that they are about. */
export interface Refusal {
  status: number;
  /** Stable code of the refusal; '' when there is none. */
  code: string;
  detail: string;
  findings: PlacedMessage[];
  /** Sentences by field name; a field without fault has none. */
  byField: Partial<Record<string, string[]>>;
}

/** A form that is shown for the first time. */
export const noRefusal: Refusal = { status: 200, code: '', detail: '', findings: [], byField: {} };

/** What is wrong with the reason for an act, beside its field. */
export function reasonErrors({ byField }: Refusal): string[] | null {
  return byField['reason'] ?? null;
}

/** Refusals of one sentence, about the reason that was given. */
const ABOUT_REASON = [
  'reason-missing',
  'reason-too-long',
  'override-needs-reason',
  'signed-paper-reason-missing',
];

/** The refusal of a change as a form shows it; `field` tells the name of the form's field from the path of a finding. */
export function refusalView(
  error: DomainError,
  field: (path: readonly (string | number)[]) => string = (path) => path.join('.'),
): Refusal {
  const { status, code, detail, findings = [] } = problemOf(error);
  const placed = findings.map((finding) => ({
    field: field(finding.path),
    message: sentenceOf(finding),
    place: placeText(finding),
    sheet: finding.sheet,
    cell: finding.cell,
  }));
  const aboutReason = ABOUT_REASON.includes(code) ? { reason: [detail] } : {};
  return { status, code, detail, findings: placed, byField: { ...byField(placed), ...aboutReason } };
}

/** In a form people type as people do: what a file would have to say does not help them. */
function sentenceOf({ code, message: sentence, line, sheet }: ProblemFinding): string {
  const key = `form.${code}`;
  return line === undefined && sheet === undefined && hasMessage(key) ? message(key) : sentence;
}

/** Where a finding stands in the text or workbook that was sent; '' for a field of the form itself. */
export function placeText({ line, col, sheet, cell }: Omit<ProblemFinding, 'path' | 'message'>): string {
  if (sheet !== undefined) return message(cell ? 'place.cell' : 'place.sheet', { sheet, cell: cell ?? '' });
  return line === undefined ? '' : message('place.line', { line, col: col ?? 1 });
}

function byField(findings: readonly PlacedMessage[]): Partial<Record<string, string[]>> {
  const fields = new Set(findings.map(({ field }) => field));
  return Object.fromEntries(
    [...fields].map((name) => [
      name,
      findings.filter(({ field }) => field === name).map((finding) => finding.message),
    ]),
  );
}
