import type { WayStep } from '../../nominations/way.service';

/** The steps that the office takes with many nominations at once. */
export const BULK_STEPS = ['accept', 'return', 'appraise', 'refer'] as const satisfies readonly WayStep[];
export type BulkStep = (typeof BULK_STEPS)[number];

/** More than one page of the list, less than anybody looks through. */
export const MOST_AT_ONCE = 200;
