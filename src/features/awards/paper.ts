import { isDay } from '../../domain/calendar-day';
import { InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';

/** The paper by which an award ends, and why. */
export interface Paper {
  /** `2026-05-12`. */
  date: string;
  document: string;
  reason: string;
}

/** Throws InputRefused with everything that is missing or no day; paths are the names of the fields. */
export function requirePaper({ date, document, reason }: Paper): void {
  refuseIf([
    !isDay(date) && finding('paper-day', 'date'),
    document.trim() === '' && finding('paper-document', 'document'),
    reason.trim() === '' && finding('paper-reason', 'reason'),
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

function finding(code: string, field: string): Finding {
  return { level: 'error', code, path: [field], params: {} };
}
