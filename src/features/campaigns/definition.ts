import type { Campaign } from '../../domain/campaign';
import { readCampaign } from '../../domain/definition/read-campaign';
import { InputRefused } from '../../domain/domain-error';
import type { LocatedFinding } from './files/located-finding';
import { loadSentText } from './sent-text';

/** The plan that a text states, YAML or JSON, with what a person should know of it. Throws InputRefused with all findings, or `yaml-too-long`. */
export function acceptedCampaign(source: string): {
  campaign: Campaign;
  warnings: readonly LocatedFinding[];
} {
  const { value, findings } = loadSentText(Buffer.from(source, 'utf8'), 'definition', readCampaign);
  if (!value?.campaign) throw new InputRefused(findings);
  return { campaign: value.campaign, warnings: findings };
}
