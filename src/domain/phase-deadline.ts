import { dayInVietnam } from './calendar-day';
import type { Day } from './campaign';
import { type Deadline, type Lateness, lateness } from './deadline';
import type { NominationState } from './nomination-state';
import type { WorkingCalendar } from './working-day';

/**
 * What a phase can have deadlines for: `submission` the unit sends its draft · `answer` it sends again what was returned ·
 * `appraisal` the office appraises · `dossier` the office hands in the dossier.
 */
export const DEADLINE_KINDS = ['submission', 'answer', 'appraisal', 'dossier'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** Those that a unit has to keep, and that the office can set aside for it. */
export const UNIT_DEADLINES = ['submission', 'answer'] as const satisfies readonly DeadlineKind[];
export type UnitDeadline = (typeof UNIT_DEADLINES)[number];

/** A day, or working days after an event: `from` is its day; without it, it is the day of the return. */
export type DeadlineRule = { kind: 'day'; day: Day } | { kind: 'working-days'; days: number; from?: Day };

/** The rule for one case; undefined where it counts from a return and nothing was returned. */
export function deadlineFor(rule: DeadlineRule, returned?: Day): Deadline | undefined {
  if (rule.kind === 'day') return rule;
  const from = rule.from ?? returned;
  return from === undefined ? undefined : { kind: 'working-days', days: rule.days, from };
}

/** The deadline that whoever holds a nomination in this state has to keep. */
export function deadlineKindOf(state: NominationState): DeadlineKind | undefined {
  return OF_STATE[state];
}

const OF_STATE: Partial<Record<NominationState, DeadlineKind>> = {
  draft: 'submission',
  returned: 'answer',
  submitted: 'appraisal',
  accepted: 'appraisal',
};

/** What the office has allowed: until the end of a day, or without an end. */
interface Extension {
  until: Day | null;
}

export interface DeadlineStanding extends Lateness {
  /** Late, and nobody has allowed it. */
  closed: boolean;
}

/** How a case stands at an instant in UTC; an extension leaves it late, and lets it through until its own last day. */
export function deadlineStanding(
  deadline: Deadline,
  instant: string,
  calendar: WorkingCalendar,
  extension?: Extension,
): DeadlineStanding {
  const standing = lateness(deadline, instant, calendar);
  return { ...standing, closed: standing.late && !isIn(extension, dayInVietnam(instant)) };
}

function isIn(extension: Extension | undefined, today: Day): boolean {
  return extension !== undefined && (extension.until === null || today <= extension.until);
}
