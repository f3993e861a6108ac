import type { EntityManager } from 'typeorm';
import { campaignByCode } from '../../campaigns/campaign.queries';
import type { DocumentTemplate } from './document-templates';
import { PaperWordingRow } from './paper-wording.entity';

/** What an office words otherwise in a campaign, by the code of the form. Throws `campaign-not-found`. */
export async function wordingsOf(
  reader: EntityManager,
  campaignCode: string,
): Promise<Map<string, PaperWordingRow>> {
  const { id: campaignId } = await campaignByCode(reader, campaignCode);
  const rows = await reader.findBy(PaperWordingRow, { campaignId });
  return new Map(rows.map((row) => [row.template, row]));
}

/** The same for one form; null where it is worded as the form has it. */
export async function wordingOfForm(
  reader: EntityManager,
  campaignCode: string,
  { code: template }: DocumentTemplate,
): Promise<PaperWordingRow | null> {
  const { id: campaignId } = await campaignByCode(reader, campaignCode);
  return reader.findOneBy(PaperWordingRow, { campaignId, template });
}
