import type { OutcomeCode } from '../../src/domain/outcome';

/** A code without what it names behind its colon. */
type KindOf<Code extends string> = Code extends `${infer Kind}:${string}` ? Kind : Code;

/** The compiler asks for every one of them. */
const kinds: Record<KindOf<OutcomeCode>, true> = {
  awarded: true,
  withdrawn: true,
  'not-scored': true,
  gate: true,
  discipline: true,
  'already-awarded': true,
  'below-floor': true,
  'below-band': true,
  'no-quorum': true,
  'not-voted': true,
  'vote-not-passed': true,
  hold: true,
  'awarded-higher': true,
  'tie-pending': true,
  'blocked-by-tie': true,
  'unit-cap': true,
  'tie-left-vacant': true,
  'kept-for-minimum': true,
  'quota-full': true,
  'no-quota-line': true,
  'quota-not-stated': true,
};

/** Every kind of outcome that a nomination can have. */
export const OUTCOME_KINDS: readonly string[] = Object.keys(kinds);
