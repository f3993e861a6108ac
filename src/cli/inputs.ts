import type { Campaign } from '../domain/campaign';
import type { Round } from '../domain/nomination';
import { loadCampaign } from '../features/campaigns/files/load-campaign';
import { formatFinding, type LocatedFinding } from '../features/campaigns/files/located-finding';
import { formOfRound, loadRound } from '../features/nominations/files/load-round';
import { Refusal } from './failure';
import { explain } from './terminal';

/** A campaign file, checked. Warnings have been said on standard error; any error refuses with all findings. */
export async function readCampaignFile(path: string): Promise<{ campaign: Campaign; warnings: number }> {
  const { campaign, findings } = await loadCampaign(path);
  if (!campaign) throw refusal(findings);
  return { campaign, warnings: warn(findings) };
}

/** The two files of a round, checked alike: what is wrong in either is said together. */
export async function readFiles(
  campaignPath: string,
  nominationsPath: string,
): Promise<{ campaign: Campaign; round: Round; warnings: number }> {
  const { campaign, draft, findings } = await loadCampaign(campaignPath);
  const plan = campaign ?? draft;
  const loaded = plan
    ? await loadRound(nominationsPath, plan)
    : { findings: await formOfRound(nominationsPath) };
  const all = [...findings, ...loaded.findings];
  if (!campaign || !loaded.round) throw refusal(all);
  return { campaign, round: loaded.round, warnings: warn(all) };
}

function refusal(findings: LocatedFinding[]): Refusal {
  return new Refusal(findings.map((finding) => formatFinding(finding)));
}

function warn(findings: LocatedFinding[]): number {
  for (const finding of findings) explain(formatFinding(finding));
  return findings.length;
}
