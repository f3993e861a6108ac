import { isDay } from '../../domain/calendar-day';
import { InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import type { DeadlineKind } from '../../domain/phase-deadline';
import { BASES, type Basis, type PhaseDeadlineRow } from './phase-deadline.entity';

/** A deadline as somebody sets it: a day, or working days after the day of an event. */
export interface DeadlineSetting {
  day?: string;
  workingDays?: number;
  /** The day of the event; not for `answer`, which counts from each return. */
  from?: string;
  basis: string;
  source: string;
}

/** About a year: more is a slip of the pen, or better said as a day. */
export const MOST_WORKING_DAYS = 250;
const LONGEST_SOURCE = 2000;

type DeadlineColumns = Pick<PhaseDeadlineRow, 'day' | 'workingDays' | 'countedFrom' | 'basis' | 'source'>;

/** The setting as columns. Throws InputRefused with all that is wrong in it. */
export function acceptedSetting(kind: DeadlineKind, setting: DeadlineSetting): DeadlineColumns {
  const { day, workingDays, from } = setting;
  const source = setting.source.trim();
  const findings = [
    ...(workingDays === undefined ? dayFindings('day', day) : []),
    ...(workingDays === undefined ? [] : countFindings(kind, workingDays, from)),
    ...(day !== undefined && workingDays !== undefined ? [finding('deadline-day-or-days', 'day')] : []),
    ...(isBasis(setting.basis) ? [] : [finding('deadline-basis', 'basis')]),
    ...(source === '' ? [finding('deadline-source', 'source')] : []),
    ...(source.length > LONGEST_SOURCE
      ? [finding('text-too-long', 'source', { length: source.length, longest: LONGEST_SOURCE })]
      : []),
  ];
  if (findings.length > 0 || !isBasis(setting.basis)) throw new InputRefused(findings);
  return {
    day: day ?? null,
    workingDays: workingDays ?? null,
    countedFrom: workingDays === undefined ? null : (from ?? null),
    basis: setting.basis,
    source,
  };
}

function countFindings(kind: DeadlineKind, days: number, from: string | undefined): Finding[] {
  const fits = Number.isInteger(days) && days >= 1 && days <= MOST_WORKING_DAYS;
  return [
    ...(fits ? [] : [finding('deadline-working-days', 'workingDays', { most: MOST_WORKING_DAYS })]),
    ...(kind === 'answer' ? [] : dayFindings('from', from)),
    ...(kind === 'answer' && from !== undefined ? [finding('deadline-answer-from', 'from')] : []),
  ];
}

export function dayFindings(field: string, day: string | undefined): Finding[] {
  if (day === undefined) return [finding('deadline-day-missing', field)];
  return isUsualDay(day) ? [] : [finding('deadline-not-a-day', field, { found: day })];
}

/** The calendar of holidays is sure of the years of this century. */
function isUsualDay(day: string): boolean {
  return isDay(day) && day >= '2000-01-01' && day <= '2099-12-31';
}

function isBasis(basis: string): basis is Basis {
  return BASES.some((each) => each === basis);
}

export function finding(code: string, field: string, params: Finding['params'] = {}): Finding {
  return { level: 'error', code, path: [field], params };
}
