import { dayInVietnam } from '../../domain/calendar-day';
import type { Day } from '../../domain/campaign';
import type { Deadline } from '../../domain/deadline';
import {
  type DeadlineKind,
  type DeadlineRule,
  type DeadlineStanding,
  deadlineFor,
  deadlineStanding,
} from '../../domain/phase-deadline';
import { type OfficeCalendar, vietnamCalendar } from '../../platform/calendar/vietnam';
import type { DeadlineOverrideRow } from './deadline-override.entity';
import type { PhaseDeadlineRow } from './phase-deadline.entity';

/** The deadlines of one phase, and what the office has allowed after them, the latest first. */
export interface PhaseDeadlines {
  rows: readonly PhaseDeadlineRow[];
  overrides: readonly DeadlineOverrideRow[];
}

/** What a deadline asks of a nomination. */
export interface Bound {
  id: string;
  unitId: string;
  state: string;
  stateSince: string;
}

/** A deadline as it stands: its last day, how many are left, whether it has passed and still holds. */
export interface Due extends DeadlineStanding {
  kind: DeadlineKind;
  /** Holidays that its counting rests on and that are not announced yet. */
  assumed: Day[];
  /** What the office has allowed; also when it has ended. */
  extension?: Pick<DeadlineOverrideRow, 'until' | 'reason' | 'by' | 'at'>;
}

/**
 * One deadline of a phase, for a nomination where that is given; undefined when nobody has set it, or when it counts from
 * a return and the nomination is not returned. `now` is an instant in UTC.
 */
export function dueOf(
  { rows, overrides }: PhaseDeadlines,
  kind: DeadlineKind,
  now: string,
  nomination?: Bound,
): Due | undefined {
  const row = rows.find((each) => each.kind === kind);
  const deadline = row && deadlineFor(ruleOf(row), returnedOn(nomination));
  if (!deadline) return undefined;
  const calendar = calendarFor(deadline);
  const extension = nomination && overrides.find((each) => each.kind === kind && isFor(each, nomination));
  const standing = deadlineStanding(deadline, now, calendar, extension);
  return { kind, ...standing, assumed: assumedIn(deadline, standing.due, calendar), extension };
}

export function ruleOf({ day, workingDays, countedFrom }: RuleColumns): DeadlineRule {
  if (day !== null) return { kind: 'day', day };
  return { kind: 'working-days', days: workingDays ?? 0, from: countedFrom ?? undefined };
}

type RuleColumns = Pick<PhaseDeadlineRow, 'day' | 'workingDays' | 'countedFrom'>;

function returnedOn(nomination: Bound | undefined): Day | undefined {
  return nomination?.state === 'returned' ? dayInVietnam(nomination.stateSince) : undefined;
}

function isFor({ unitId, nominationId }: DeadlineOverrideRow, nomination: Bound): boolean {
  return nominationId === null ? unitId === nomination.unitId : nominationId === nomination.id;
}

/** At least a hundred working days in every half of a year: the years that the counting can reach. */
function calendarFor(deadline: Deadline): OfficeCalendar {
  if (deadline.kind === 'day') return NO_COUNTING;
  const first = Number(deadline.from.slice(0, 4));
  return vietnamCalendar(first, first + 1 + Math.ceil(deadline.days / 200));
}

const NO_COUNTING: OfficeCalendar = { holidays: [], extraWorkingDays: [], assumed: [] };

function assumedIn(deadline: Deadline, due: Day, { assumed }: OfficeCalendar): Day[] {
  return deadline.kind === 'day' ? [] : assumed.filter((day) => day > deadline.from && day <= due);
}
