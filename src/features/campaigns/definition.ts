import type { Campaign } from '../../domain/campaign';
import { readCampaign } from '../../domain/definition/read-campaign';
import { InputRefused } from '../../domain/domain-error';
import { loadText } from './files/load-text';
import type { LocatedFinding } from './files/located-finding';

/** The plan that a text states, YAML or JSON, with what a person should know of it. Throws InputRefused with all findings. */
export function acceptedCampaign(source: string): {
  campaign: Campaign;
  warnings: readonly LocatedFinding[];
} {
  const { value, findings } = loadText(Buffer.from(source, 'utf8'), 'definition', readCampaign);
  if (!value?.campaign) throw new InputRefused(findings);
  return { campaign: value.campaign, warnings: findings };
}
