import { writeFile } from 'node:fs/promises';
import type { Campaign } from '../../src/domain/campaign';
import type { Round } from '../../src/domain/nomination';
import { workbookOf } from '../../src/features/nominations/files/build-workbook';

/** Writes a round into the workbook that a clerk fills: importing it gives an equal round. */
export async function writeRound(campaign: Campaign, round: Round, path: string): Promise<void> {
  await writeFile(path, await workbookOf(campaign, round));
}
