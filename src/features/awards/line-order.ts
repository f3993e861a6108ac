import type { Campaign } from '../../domain/campaign';

/** Quota lines as people read them: highest award first, its pools in the order of the plan. */
export function inPlanOrder<T extends { award: string; criteriaSet: string }>(
  { awards, criteriaSets }: Campaign,
  lines: readonly T[],
): T[] {
  const tierOf = (code: string) => awards.find((award) => award.code === code)?.tier ?? 0;
  const placeOf = (set: string) => criteriaSets.findIndex(({ code }) => code === set);
  return lines.toSorted(
    (a, b) => tierOf(a.award) - tierOf(b.award) || placeOf(a.criteriaSet) - placeOf(b.criteriaSet),
  );
}
