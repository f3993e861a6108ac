import { stat } from 'node:fs/promises';
import { writeTemplate } from '../features/nominations/files/write-template';
import { message } from '../platform/messages/message';
import { refuse } from './failure';
import { readCampaignFile } from './inputs';
import { print } from './terminal';

/** `thidua template CAMPAIGN --out FILE.xlsx`: a workbook for the units to fill; never in place of a file that is there. */
export async function template(campaignPath: string, { out }: { out: string }): Promise<void> {
  const { campaign } = await readCampaignFile(campaignPath);
  if (!/\.xlsx$/i.test(out)) refuse('cli.template.not-xlsx', { out });
  const there = await stat(out).catch(() => undefined);
  if (there) refuse('cli.template.exists', { out });
  await writeTemplate(campaign, out);
  print(message('cli.template.written', { out }));
}
