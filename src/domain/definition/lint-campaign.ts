import type { Campaign, Criterion, Phase, TieBreak } from '../campaign';
import { refuseSameCodes } from './duplicates';
import { lintAwards } from './lint-awards';
import { codes, lintCriteriaSets } from './lint-sets';
import { lintSources } from './lint-sources';
import type { Findings } from './node';
import { criterionOf } from './read-tie-break';

/** What the parts of a campaign must hold together (spec §8): references, duplicates, reachability, sources. */
export function lintCampaign(campaign: Campaign, findings: Findings): void {
  lintPhases(campaign.phases, findings);
  lintCriteriaSets(campaign.criteriaSets, findings);
  lintTieBreaks(campaign, findings);
  lintAwards(campaign, findings);
  lintSources(campaign, findings);
}

function lintPhases(phases: Phase[], findings: Findings): void {
  refuseSameCodes(findings, ['phases'], phases);
  phases.forEach((phase, index) => {
    const earlier = phases.slice(0, index).find((other) => overlap(phase, other));
    if (earlier)
      findings.warn('overlapping-phases', ['phases', index], { code: phase.code, other: earlier.code });
  });
}

function overlap(a: Phase, b: Phase): boolean {
  return [a.from, a.to, b.from, b.to].every((day) => day !== '') && a.from <= b.to && b.from <= a.to;
}

function lintTieBreaks({ tieBreaks, criteriaSets }: Campaign, findings: Findings): void {
  const criteria = criteriaSets.flatMap((set) => set.criteria);
  tieBreaks.forEach((key, index) => {
    const code = criterionOf(key);
    const named = criteria.filter((criterion) => criterion.code === code);
    const path = ['tieBreaks', index];
    if (code !== undefined && named.length === 0)
      findings.error('unknown-criterion', path, { code, known: codes(criteria) });
    else if (code !== undefined && !named.some((criterion) => tells(key, criterion)))
      findings.warn('tie-break-without-number', path, { key, code });
    if (tieBreaks.indexOf(key) < index && key.length > 0)
      findings.error('duplicate-tie-break', path, { key });
  });
}

/** A gate has no points, and a yes or a choice has no number that was entered. */
function tells(key: TieBreak, { role, rule }: Criterion): boolean {
  return key.startsWith('criterion:') ? role !== 'gate' : rule.kind !== 'yesno' && rule.kind !== 'choice';
}
