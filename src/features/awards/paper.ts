import { isDay } from '../../domain/calendar-day';
import { InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import { LONGEST_REASON } from '../../domain/reason';

/** The paper by which an award ends, and why. */
export interface Paper {
  /** `2026-05-12`. */
  date: string;
  document: string;
  reason: string;
}

/** Throws InputRefused with everything that is missing, too long or no day; paths are the names of the fields. */
export function requirePaper({ date, document, reason }: Paper): void {
  refuseIf([
    !isDay(date) && finding('paper-day', 'date'),
    document.trim() === '' && finding('paper-document', 'document'),
    reason.trim() === '' && finding('paper-reason', 'reason'),
    tooLong('document', document, LONGEST_DOCUMENT),
    tooLong('reason', reason, LONGEST_REASON),
  ]);
}

/** The day of a signed decision, when it is known. Throws InputRefused. */
export function requireDay(date: string | undefined): void {
  refuseIf([date !== undefined && !isDay(date) && finding('paper-day', 'date')]);
}

function refuseIf(findings: (Finding | false)[]): void {
  const found = findings.filter((each) => each !== false);
  if (found.length > 0) throw new InputRefused(found);
}

const LONGEST_DOCUMENT = 300;

function tooLong(field: string, { length }: string, longest: number): Finding | false {
  return length > longest && finding('text-too-long', field, { length, longest });
}

function finding(code: string, field: string, params: Finding['params'] = {}): Finding {
  return { level: 'error', code, path: [field], params };
}
