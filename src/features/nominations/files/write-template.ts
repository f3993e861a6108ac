import { writeFile } from 'node:fs/promises';
import type { Campaign } from '../../../domain/campaign';
import { workbookOf } from './build-workbook';

/** Writes an empty workbook for a clerk to fill (.xlsx). A file that is there is replaced. */
export async function writeTemplate(campaign: Campaign, path: string): Promise<void> {
  await writeFile(path, await workbookOf(campaign));
}
