import type { Award } from '../../src/domain/campaign';
import type { Round } from '../../src/domain/nomination';

/**
 * §6, `order`: the ranking as this award walks it. Groups are codes; every group named by at least two of its codes is
 * split, for the award of the resolution and every lower one.
 */
export function resolvedGroups(
  campaign: { awards: Pick<Award, 'code' | 'tier'>[] },
  round: Pick<Round, 'tieResolutions'>,
  set: string,
  tier: number,
  groups: string[][],
): string[][] {
  const tierOf = (award: string) => campaign.awards.find(({ code }) => code === award)?.tier ?? Infinity;
  const orders = round.tieResolutions
    .filter(({ criteriaSet, award, order }) => criteriaSet === set && order && tierOf(award) <= tier)
    .sort((a, b) => tierOf(a.award) - tierOf(b.award) || textOrder(a.date, b.date));
  let result = groups;
  for (const { order } of orders) result = result.flatMap((group) => split(group, order ?? []));
  return result;
}

export function isLeftVacant(round: Round, set: string, award: string): boolean {
  return round.tieResolutions.some(
    (one) => one.criteriaSet === set && one.award === award && one.leaveVacant && !one.order,
  );
}

function split(group: string[], order: string[]): string[][] {
  const named = [...new Set(order)].filter((code) => group.includes(code));
  if (named.length < 2) return [group];
  const others = group.filter((code) => !named.includes(code));
  return [...named.map((code) => [code]), ...(others.length > 0 ? [others] : [])];
}

export function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
