import type { Campaign } from '../../../domain/campaign';
import { readCampaign } from '../../../domain/definition/read-campaign';
import { loadText } from './load-text';
import { type LocatedFinding, fileFinding } from './located-finding';
import { readSource } from './read-source';
import { isZip } from './zip-signature';

/**
 * Reads a campaign.yaml or .json. `campaign` is there exactly when no finding is an error; else `draft` as `readCampaign`
 * gives it. Never throws for a file.
 */
export async function loadCampaign(
  path: string,
): Promise<{ campaign?: Campaign; draft?: Campaign; findings: LocatedFinding[] }> {
  const { bytes, findings } = await readSource(path);
  if (!bytes) return { findings };
  if (isZip(bytes)) return { findings: [fileFinding(path, 'campaign-not-text')] };
  const loaded = loadText(bytes, path, readCampaign);
  return { campaign: loaded.value?.campaign, draft: loaded.value?.draft, findings: loaded.findings };
}
