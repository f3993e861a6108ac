import type { Award, Campaign, CriteriaSet, Threshold, VoteRule } from '../../src/domain/campaign';
import type { OutcomeCode } from '../../src/domain/evaluation';
import type { Matter, Nomination, Round } from '../../src/domain/nomination';
import { bandIndex } from './bands';
import type { Scored } from './ranking';

/** §4: the first reason that applies, or null for an eligible nomination. */
export function reasonAgainst(
  campaign: Campaign,
  round: Round,
  set: CriteriaSet,
  award: Award,
  { nomination, score }: Scored,
): OutcomeCode | null {
  if (nomination.state === 'withdrawn') return 'withdrawn';
  if (score.total === null) return 'not-scored';
  const gate = score.failed.find(({ effect }) => effect === undefined || 'ineligible' in effect);
  if (gate) return `gate:${gate.code}`;
  if (hasMatter(nomination, 'upheld', round.date)) return 'discipline';
  if (hasAward(campaign, round, nomination)) return 'already-awarded';
  if (award.requires.floor !== undefined && score.total < award.requires.floor) return 'below-floor';
  if (award.requires.band !== undefined && isBelow(set, score.band, award.requires.band)) return 'below-band';
  if (award.requires.vote) {
    const reason = voteAgainst(award.requires.vote, round, nomination, award.code);
    if (reason) return reason;
  }
  return hasMatter(nomination, 'pending', round.date) ? 'hold' : null;
}

/** A matter of any kind; both of its days belong to its period. */
function hasMatter({ matters }: Nomination, status: Matter['status'], date: string): boolean {
  return matters.some(
    (matter) =>
      matter.status === status &&
      (matter.from === undefined || matter.from <= date) &&
      (matter.to === undefined || date <= matter.to),
  );
}

function hasAward(campaign: Campaign, round: Round, { awards }: Nomination): boolean {
  return awards.some((earlier) => earlier.campaign === campaign.code && earlier.phase === round.phase);
}

function isBelow(set: CriteriaSet, band: string | null, required: string): boolean {
  return band === null || bandIndex(set, band) > bandIndex(set, required);
}

function voteAgainst(rule: VoteRule, round: Round, one: Nomination, award: string): OutcomeCode | null {
  const council = round.council;
  if (!council) throw new Error('a vote without a council');
  const took = council.present + council.written;
  if (rule.quorum && !reaches(took, council.members, rule.quorum)) return 'no-quorum';
  const ballot = one.ballots[award];
  if (!ballot) return 'not-voted';
  const bases = { members: council.members, present: took, valid: ballot.yes + ballot.no };
  const base = bases[rule.base];
  return base > 0 && reaches(ballot.yes, base, rule.pass) ? null : 'vote-not-passed';
}

function reaches(part: number, base: number, { kind, numerator, denominator }: Threshold): boolean {
  const left = BigInt(part) * BigInt(denominator);
  const right = BigInt(base) * BigInt(numerator);
  return kind === 'atLeast' ? left >= right : left > right;
}
