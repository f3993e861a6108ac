import type { Award, CriteriaSet, QuotaLine } from '../../src/domain/campaign';
import type { Round } from '../../src/domain/nomination';

/** §5: the line with the set's subject and audience. */
export function lineFor(award: Award, set: CriteriaSet): QuotaLine | undefined {
  return award.quota.find(({ subject, audience }) => subject === set.subject && audience === set.audience);
}

/** Undefined for a line that states no maximum. */
export function maximumOf(line: QuotaLine, set: CriteriaSet, round: Round): number | undefined {
  if (line.max !== undefined) return line.max;
  if (line.maxPercent === undefined) return undefined;
  const participants = round.participants[set.code] ?? round.participants[set.subject];
  if (participants === undefined) throw new Error(`no participants of ${set.code}`);
  return Number((BigInt(participants) * BigInt(line.maxPercent)) / 10_000n);
}
