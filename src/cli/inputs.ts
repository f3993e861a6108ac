import type { Campaign } from '../domain/campaign';
import type { Round } from '../domain/nomination';
import { loadCampaign } from '../features/campaigns/files/load-campaign';
import { formatFinding, type LocatedFinding } from '../features/campaigns/files/located-finding';
import { loadRound } from '../features/nominations/files/load-round';
import { Refusal } from './failure';
import { explain } from './terminal';

/** The files of one round, checked. Warnings have been said on standard error; any error refuses with all findings. */
export async function readCampaignFile(path: string): Promise<{ campaign: Campaign; warnings: number }> {
  const { campaign, findings } = await loadCampaign(path);
  return { campaign: accept(campaign, findings), warnings: findings.length };
}

export async function readRoundFile(
  path: string,
  campaign: Campaign,
): Promise<{ round: Round; warnings: number }> {
  const { round, findings } = await loadRound(path, campaign);
  return { round: accept(round, findings), warnings: findings.length };
}

function accept<T>(value: T | undefined, findings: LocatedFinding[]): T {
  const lines = findings.map((finding) => formatFinding(finding));
  if (value === undefined) throw new Refusal(lines);
  for (const line of lines) explain(line);
  return value;
}
