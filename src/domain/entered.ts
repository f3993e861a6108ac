import type { CriteriaSet, Criterion } from './campaign';
import { canonicalJson } from './canonical';
import { isNotApplicable } from './criteria';
import { covers } from './eligibility';
import type { Entries, Entry, Nomination } from './nomination';
import type { NominationState } from './nomination-state';

/** The base and gate criteria that must be entered and are not, in the order of the set (spec §1). */
export function missingEntries({ criteria }: CriteriaSet, entries: Entries = {}): string[] {
  return criteria
    .filter(({ role }) => role === 'base' || role === 'gate')
    .map(({ code }) => code)
    .filter((code) => !Object.hasOwn(entries, code));
}

/**
 * The criteria, in the order of the set, on which the appraisal differs from what the unit entered: each wants a reason.
 * None where one of the two has not been entered at all.
 */
export function differingEntries(
  { criteria }: CriteriaSet,
  { self, appraisal }: Nomination['scores'],
): string[] {
  if (self === undefined || appraisal === undefined) return [];
  return criteria
    .map(({ code }) => code)
    .filter((code) => canonicalJson(self[code] ?? null) !== canonicalJson(appraisal[code] ?? null));
}

/** Where a nomination stands that the office takes in from a document: as far on its way as its content says. */
export function stateOnEntry(nomination: Nomination, set: CriteriaSet): NominationState {
  const { appraisal, council = [] } = nomination.scores;
  if (nomination.state === 'withdrawn') return 'withdrawn';
  if (council.length > 0 || Object.keys(nomination.ballots).length > 0) return 'before-council';
  if (appraisal === undefined) return 'submitted';
  return missingEntries(set, appraisal).length === 0 ? 'appraised' : 'accepted';
}

/** Whether a pending matter covers the day: the case waits (NĐ 152/2025 Điều 4.4). */
export function mustWait({ matters }: Pick<Nomination, 'matters'>, day: string): boolean {
  return matters.some((matter) => matter.status === 'pending' && covers(matter, day));
}

/** Criteria that ask for evidence and have none, of those that were entered and are not left out by `na` (spec §1). */
export function lackingEvidence({ criteria }: CriteriaSet, { scores, evidence }: Nomination): string[] {
  const entries = scores.self ?? {};
  return criteria
    .filter((criterion) => criterion.role !== 'gate' && criterion.evidence === 'required')
    .filter((criterion) => isCounted(criterion, entries[criterion.code]))
    .map(({ code }) => code)
    .filter((code) => !evidence.some(({ criterion }) => criterion === code));
}

function isCounted(criterion: Criterion, entry: Entry | undefined): boolean {
  if (entry === undefined) return false;
  return criterion.notApplicable === 'full' || !isNotApplicable(criterion, entry);
}
