import { message } from '../platform/messages/message';
import { readCampaignFile, readFiles } from './inputs';
import { print } from './terminal';

/** `thidua lint CAMPAIGN [NOMINATIONS]`: says everything that is wrong or doubtful; refuses when something is wrong. */
export async function lint(campaignPath: string, nominationsPath?: string): Promise<void> {
  const { warnings } = await (nominationsPath === undefined
    ? readCampaignFile(campaignPath)
    : readFiles(campaignPath, nominationsPath));
  print(message('cli.lint.good', { warnings }));
}
