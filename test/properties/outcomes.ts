import type { OutcomeCode } from '../../src/domain/evaluation';

const AFTER_ELIGIBILITY: readonly string[] = [
  'awarded',
  'awarded-higher',
  'tie-pending',
  'blocked-by-tie',
  'unit-cap',
  'tie-left-vacant',
  'kept-for-minimum',
  'quota-full',
  'no-quota-line',
  'quota-not-stated',
];

/** A reason of spec §4: the nomination was not eligible for the award. */
export function isReason(outcome: OutcomeCode): boolean {
  return !AFTER_ELIGIBILITY.includes(outcome);
}
