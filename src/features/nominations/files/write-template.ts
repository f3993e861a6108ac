import { writeFile } from 'node:fs/promises';
import type { Campaign } from '../../../domain/campaign';
import type { Round } from '../../../domain/nomination';
import { workbookOf } from './build-workbook';

/** Writes an empty workbook for a clerk to fill (.xlsx). A file that is there is replaced. */
export async function writeTemplate(campaign: Campaign, path: string): Promise<void> {
  await writeFile(path, await workbookOf(campaign));
}

/** Writes a round into the same workbook: importing it gives an equal round. */
export async function writeRound(campaign: Campaign, round: Round, path: string): Promise<void> {
  await writeFile(path, await workbookOf(campaign, round));
}
