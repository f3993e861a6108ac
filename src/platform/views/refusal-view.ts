import type { DomainError } from '../../domain/domain-error';
import { problemOf } from '../http/problem';

/** Why a form comes back: the sentence above it, and the findings by the field that they are about. */
export interface Refusal {
  status: number;
  /** Stable code of the refusal; '' when there is none. */
  code: string;
  detail: string;
  findings: { field: string; message: string }[];
  /** Sentences by field name; a field without fault has none. */
  byField: Partial<Record<string, string[]>>;
}

/** A form that is shown for the first time. */
export const noRefusal: Refusal = { status: 200, code: '', detail: '', findings: [], byField: {} };

/** The refusal of a change as a form shows it; `field` tells the name of the form's field from the path of a finding. */
export function refusalView(
  error: DomainError,
  field: (path: readonly (string | number)[]) => string = (path) => path.join('.'),
): Refusal {
  const { status, code, detail, findings = [] } = problemOf(error);
  const placed = findings.map(({ path, message }) => ({ field: field(path), message }));
  return { status, code, detail, findings: placed, byField: byField(placed) };
}

function byField(findings: readonly { field: string; message: string }[]): Partial<Record<string, string[]>> {
  const fields = new Set(findings.map(({ field }) => field));
  return Object.fromEntries(
    [...fields].map((name) => [
      name,
      findings.filter(({ field }) => field === name).map(({ message }) => message),
    ]),
  );
}
