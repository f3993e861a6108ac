import type { Campaign } from '../campaign';
import type { Round, TieResolution } from '../nomination';
import type { Findings } from './node';
import { setOf } from './pools';

/** An order names nominations of its own set, and each of them once for one award. */
export function checkTies(campaign: Campaign, round: Round, findings: Findings): void {
  const sets = setsByNomination(campaign, round);
  const known = new Set(campaign.criteriaSets.map(({ code }) => code));
  const placed = new Map<string, Set<string>>();
  round.tieResolutions.forEach((resolution, index) => {
    const earlier = placed.get(keyOf(resolution)) ?? new Set<string>();
    const wanted = known.has(resolution.criteriaSet) ? resolution.criteriaSet : undefined;
    placed.set(keyOf(resolution), new Set([...earlier, ...(resolution.order ?? [])]));
    resolution.order?.forEach((code, place) => {
      const finding = findingOf(code, wanted, { sets, earlier });
      if (finding && code !== '')
        findings.error(finding, ['tieResolutions', index, 'order', place], {
          code,
          set: resolution.criteriaSet,
        });
    });
  });
}

function keyOf({ criteriaSet, award }: TieResolution): string {
  return JSON.stringify([criteriaSet, award]);
}

/** The set of each nomination; of two with one code (reported already) the first counts. */
function setsByNomination(campaign: Campaign, { nominations }: Round): Map<string, string | undefined> {
  return new Map([...nominations].reverse().map((one) => [one.code, setOf(campaign, one)?.code]));
}

/** A set that is unknown, of the resolution or of the nomination, was reported already. */
function findingOf(code: string, wanted: string | undefined, { sets, earlier }: Context): string | undefined {
  if (!sets.has(code)) return 'unknown-nomination';
  const own = sets.get(code);
  if (wanted !== undefined && own !== undefined && own !== wanted) return 'nomination-of-another-set';
  return earlier.has(code) ? 'ordered-twice' : undefined;
}

interface Context {
  sets: ReadonlyMap<string, string | undefined>;
  earlier: ReadonlySet<string>;
}
