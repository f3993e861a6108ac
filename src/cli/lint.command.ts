import { message } from '../platform/messages/message';
import { readCampaignFile, readRoundFile } from './inputs';
import { print } from './terminal';

/** `thidua lint CAMPAIGN [NOMINATIONS]`: says everything that is wrong or doubtful; refuses when something is wrong. */
export async function lint(campaignPath: string, nominationsPath?: string): Promise<void> {
  const { campaign, warnings } = await readCampaignFile(campaignPath);
  const more = nominationsPath === undefined ? 0 : (await readRoundFile(nominationsPath, campaign)).warnings;
  print(message('cli.lint.good', { warnings: warnings + more }));
}
