import type { Award, Campaign } from '../campaign';
import type { Path } from '../finding';
import type { Findings } from './node';
import { poolText } from './pools';

/**
 * Each value comes from the plan (`source`) or is the office's own (`assumptions`). A line without a source is passed
 * over when an assumption names it; floors and votes have no source of their own, so that any assumption will do.
 */
export function lintSources(campaign: Campaign, findings: Findings): void {
  const said = campaign.assumptions.map(words);
  campaign.criteriaSets.forEach(({ criteria }, set) => {
    criteria.forEach(({ code, text, source }, index) => {
      const path = ['criteriaSets', set, 'criteria', index];
      if (source === undefined && !isSaid(said, [code, text]))
        findings.warn('criterion-without-source', path, { code });
    });
  });
  campaign.awards.forEach((award, index) => lintAward(award, said, ['awards', index], findings));
}

function lintAward(award: Award, said: string[], path: Path, findings: Findings): void {
  award.quota.forEach((line, index) => {
    if (line.source === undefined && !isSaid(said, [award.code, award.name]))
      findings.warn('quota-without-source', [...path, 'quota', index], {
        code: award.code,
        pool: poolText(line),
      });
  });
  const { floor, band, vote } = award.requires;
  if (said.length === 0 && (floor !== undefined || band !== undefined || vote))
    findings.warn('requirement-without-source', [...path, 'requires'], { code: award.code });
}

function isSaid(said: string[], names: string[]): boolean {
  return names.map(words).some((name) => name !== '  ' && said.some((sentence) => sentence.includes(name)));
}

/** Letters and digits only, so that a code is found as a word and not within one. */
function words(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
}
