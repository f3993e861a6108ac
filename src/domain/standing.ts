import type { AwardAllocation } from './allocation';
import type { Nomination } from './nomination';
import type { NominationResult, OutcomeCode, Verdict } from './outcome';
import type { Entrant } from './pool';
import type { ScoreLine } from './score-line';
import { type Score, scoreLines } from './scoring';
import type { ScoringContext } from './scoring-context';

/** Judges a nomination for the award at this place in tier order. */
export type Judgement = (standing: Standing, index: number) => Verdict;

/**
 * One nomination in its pool. Lines and outcomes are worked out when asked for: of a hundred thousand nominations a person
 * opens a few.
 */
export class Standing implements Entrant, NominationResult {
  rank: number | null = null;
  allocations: readonly AwardAllocation[] = [];

  constructor(
    private readonly context: ScoringContext,
    readonly nomination: Nomination,
    readonly score: Score,
    private readonly judgement: Judgement,
  ) {}

  verdict(index: number): Verdict {
    return this.judgement(this, index);
  }

  get code(): string {
    return this.nomination.code;
  }

  get unit(): string {
    return this.nomination.unit;
  }

  get criteriaSet(): string {
    return this.context.set.code;
  }

  get total(): number | null {
    return this.score.total;
  }

  get band(): string | null {
    return this.score.band;
  }

  get award(): string | null {
    return this.allocations.find(({ outcomeOf }) => outcomeOf(this) === 'awarded')?.award ?? null;
  }

  get outcomes(): Record<string, OutcomeCode> {
    return Object.fromEntries(this.allocations.map(({ award, outcomeOf }) => [award, outcomeOf(this)]));
  }

  get lines(): ScoreLine[] {
    return scoreLines(this.context, this.nomination);
  }
}
