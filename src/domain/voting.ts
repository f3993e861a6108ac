import type { Threshold, VoteRule } from './campaign';
import type { Ballot, CouncilAttendance } from './nomination';
import { wholeQuotient } from './points';

/** `atLeast a/b` or `moreThan a/b` of a base, by integer cross-multiplication; of a base of 0 nothing passes. */
function meets({ kind, numerator, denominator }: Threshold, votes: number, base: number): boolean {
  if (base <= 0) return false;
  const [left, right] = [product(votes, denominator), product(base, numerator)];
  return kind === 'atLeast' ? left >= right : left > right;
}

/** Present and written opinions against all members. */
export function hasQuorum({ quorum }: VoteRule, council: CouncilAttendance): boolean {
  return quorum === undefined || meets(quorum, council.present + council.written, council.members);
}

export function voteBase({ base }: VoteRule, council: CouncilAttendance, ballot: Ballot): number {
  if (base === 'members') return council.members;
  return base === 'present' ? council.present + council.written : ballot.yes + ballot.no;
}

export function passes(rule: VoteRule, council: CouncilAttendance, ballot: Ballot): boolean {
  return meets(rule.pass, ballot.yes, voteBase(rule, council, ballot));
}

/** The fewest votes of a base that meet a threshold. */
export function votesNeeded({ kind, numerator, denominator }: Threshold, base: number): number {
  const [share, parts] = [BigInt(base) * BigInt(numerator), BigInt(denominator)];
  const whole = wholeQuotient(share, parts);
  return kind === 'atLeast' && share % parts === 0n ? whole : whole + 1;
}

/** Exact: a whole number, as a bigint where a number would not do; the two compare exactly with each other. */
function product(a: number, b: number): number | bigint {
  return Number.isSafeInteger(a * b) ? a * b : BigInt(a) * BigInt(b);
}
