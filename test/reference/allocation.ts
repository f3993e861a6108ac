import type { Award, Campaign, CriteriaSet } from '../../src/domain/campaign';
import type { OutcomeCode } from '../../src/domain/evaluation';
import type { Round } from '../../src/domain/nomination';
import { lacking, type Place, reserveCounts } from './counts';
import { reasonAgainst } from './eligibility';
import { lineFor, maximumOf } from './quota';
import { rankingOf, type Scored } from './ranking';
import { isLeftVacant, resolvedGroups } from './ties';
import { candidatesOf, type Walk, walk } from './walk';

export interface ReferenceAward {
  award: string;
  min: number;
  max: number;
  offered: number;
  recipients: string[];
  pending: string[];
  places: number;
  filled: number;
  shortfall: number;
}

export interface ReferencePool {
  criteriaSet: string;
  awards: ReferenceAward[];
}

/** §5–6 for one pool: what each award gives, and one outcome per nomination and award. */
export function allocate(campaign: Campaign, round: Round, set: CriteriaSet, pool: Scored[]) {
  const tiers = [...campaign.awards].sort((a, b) => a.tier - b.tier);
  const outcomes: Outcomes = new Map(pool.map(({ nomination }) => [nomination.code, new Map()]));
  for (const award of tiers) {
    for (const one of pool) {
      const outcome = outcomeWithoutWalk(campaign, round, set, award, one);
      if (outcome) outcomes.get(one.nomination.code)?.set(award.code, outcome);
    }
  }
  const places = tiers
    .filter((award) => hasMaximum(award, set, round))
    .map((award) => placeOf(campaign, round, set, award, pool));
  const unitOf = (code: string) =>
    pool.find(({ nomination }) => nomination.code === code)?.nomination.unit ?? '';
  const report = campaign.policy.minimum === 'report';
  const k = report ? places.map(({ max }) => max) : reserveCounts(places, unitOf);
  const vacant = (award: string) => isLeftVacant(round, set.code, award);
  const { awards, taken } = give(places, k, vacant, unitOf, outcomes);
  return { pool: { criteriaSet: set.code, awards }, outcomes, taken };
}

/** By nomination, then by award. */
type Outcomes = Map<string, Map<string, OutcomeCode>>;

/** The walks, highest tier first; below a pending tie there is none. */
function give(
  places: Place[],
  k: number[],
  vacant: (award: string) => boolean,
  unitOf: (code: string) => string,
  outcomes: Outcomes,
) {
  const taken = new Map<string, string>();
  const awards: ReferenceAward[] = [];
  for (const [at, place] of places.entries()) {
    const offered = k[at] ?? 0;
    for (const code of taken.keys()) {
      if (place.eligible.has(code)) outcomes.get(code)?.set(place.award, 'awarded-higher');
    }
    const candidates = candidatesOf(place, new Set(taken.keys()));
    const blocked = awards.some(({ pending }) => pending.length > 0);
    const walked = blocked
      ? waiting(candidates)
      : walk(place, offered, candidates, vacant(place.award), unitOf);
    for (const [code, outcome] of walked.outcomes) outcomes.get(code)?.set(place.award, outcome);
    for (const code of walked.recipients) taken.set(code, place.award);
    awards.push(resultOf(place, offered, walked.recipients, walked.pending));
  }
  return { awards, taken };
}

function waiting(candidates: string[][]): Walk {
  const outcomes = candidates.flat().map((code) => [code, 'blocked-by-tie'] as const);
  return { recipients: [], pending: [], outcomes: new Map<string, OutcomeCode>(outcomes) };
}

/** No line comes before everything, a line without a maximum after the eligibility reason. */
function outcomeWithoutWalk(
  campaign: Campaign,
  round: Round,
  set: CriteriaSet,
  award: Award,
  one: Scored,
): OutcomeCode | null {
  const line = lineFor(award, set);
  if (!line) return 'no-quota-line';
  const reason = reasonAgainst(campaign, round, set, award, one);
  if (reason) return reason;
  return hasMaximum(award, set, round) ? null : 'quota-not-stated';
}

function hasMaximum(award: Award, set: CriteriaSet, round: Round): boolean {
  const line = lineFor(award, set);
  return line !== undefined && maximumOf(line, set, round) !== undefined;
}

function placeOf(campaign: Campaign, round: Round, set: CriteriaSet, award: Award, pool: Scored[]): Place {
  const line = lineFor(award, set);
  if (!line) throw new Error('no line');
  const groups = rankingOf(campaign, pool).map((group) => group.map(({ nomination }) => nomination.code));
  const eligible = pool.filter((one) => reasonAgainst(campaign, round, set, award, one) === null);
  return {
    award: award.code,
    min: line.min,
    max: maximumOf(line, set, round) ?? 0,
    perUnitMax: line.perUnitMax ?? Number.MAX_SAFE_INTEGER,
    groups: resolvedGroups(campaign, round, set.code, award.tier, groups),
    eligible: new Set(eligible.map(({ nomination }) => nomination.code)),
  };
}

function resultOf(place: Place, offered: number, recipients: string[], pending: string[]): ReferenceAward {
  return {
    award: place.award,
    min: place.min,
    max: place.max,
    offered,
    recipients,
    pending,
    places: pending.length > 0 ? offered - recipients.length : 0,
    filled: recipients.length,
    shortfall: lacking(place.min, recipients.length),
  };
}
