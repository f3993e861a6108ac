import type { Campaign, CriteriaSet, Hundredths } from './campaign';
import { missingEntries } from './entered';
import type { Entries, Nomination } from './nomination';
import type { ScoreLine } from './score-line';
import { score, scoreLines } from './scoring';
import type { ScoringContext } from './scoring-context';

/** What a unit's own entries come to while it is still writing, by the rules of the official score. */
export interface SelfScore {
  /** As the rules would have it; null as long as a base or gate entry is missing. Without what `pending` names. */
  total: Hundredths | null;
  /** Base and bonus less penalty of what is entered: no cap, no clamp, no rounding of the total. */
  soFar: Hundredths;
  lines: readonly ScoreLine[];
  /** Codes of the base and gate criteria that are not entered. */
  missing: readonly string[];
  /** Codes of `relative` criteria with an entry: their points wait for the entries of the whole pool. */
  pending: readonly string[];
}

/** Scores the self layer of one nomination that stands alone: what needs the pool counts 0 and is named. */
export function selfScore(
  { scoring }: Pick<Campaign, 'scoring'>,
  set: CriteriaSet,
  nomination: Nomination,
): SelfScore {
  const gates = set.criteria.filter(({ role }) => role === 'gate');
  const context: ScoringContext = { scoring: { ...scoring, official: 'self' }, set, gates, best: new Map() };
  const entries = nomination.scores.self ?? {};
  const lines = scoreLines(context, nomination);
  return {
    total: score(context, nomination).total,
    soFar: sumOf(set, lines),
    lines,
    missing: missingEntries(set, entries),
    pending: pendingIn(set, entries),
  };
}

function sumOf(set: CriteriaSet, lines: readonly ScoreLine[]): Hundredths {
  const penalties = set.criteria.filter(({ role }) => role === 'penalty').map(({ code }) => code);
  return lines.reduce((sum, { criterion, points }) => {
    const own = points ?? 0;
    return penalties.includes(criterion) ? sum - own : sum + own;
  }, 0);
}

function pendingIn({ criteria }: CriteriaSet, entries: Entries): string[] {
  return criteria
    .filter(({ code, rule }) => rule.kind === 'relative' && typeof entries[code] === 'number')
    .map(({ code }) => code);
}
