import type { Campaign } from '../campaign';
import type { Round, TieResolution } from '../nomination';
import type { Findings } from './node';
import { setOf } from './pools';

/** An order names nominations of its own set, and each of them once for one award. */
export function checkTies(campaign: Campaign, round: Round, findings: Findings): void {
  const sets = new Map(round.nominations.map((one) => [one.code, setOf(campaign, one)?.code]));
  const placed = new Map<string, Set<string>>();
  round.tieResolutions.forEach((resolution, index) => {
    const earlier = placed.get(keyOf(resolution)) ?? new Set<string>();
    placed.set(keyOf(resolution), new Set([...earlier, ...(resolution.order ?? [])]));
    resolution.order?.forEach((code, place) => {
      const finding = findingOf(code, resolution, sets, earlier);
      if (finding && code !== '')
        findings.error(finding, ['tieResolutions', index, 'order', place], { code, set: resolution.criteriaSet });
    });
  });
}

function keyOf({ criteriaSet, award }: TieResolution): string {
  return JSON.stringify([criteriaSet, award]);
}

function findingOf(
  code: string,
  { criteriaSet }: TieResolution,
  sets: Map<string, string | undefined>,
  earlier: Set<string>,
): string | undefined {
  if (!sets.has(code)) return 'unknown-nomination';
  if (criteriaSet !== '' && sets.get(code) !== criteriaSet) return 'nomination-of-another-set';
  return earlier.has(code) ? 'ordered-twice' : undefined;
}
