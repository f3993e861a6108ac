import { Workbook } from '@cj-tech-master/excelts';
import type { Campaign } from '../../../domain/campaign';
import type { Round } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { addInstructions } from './instruction-sheet';
import { rowsOf, settingRow } from './round-rows';
import { settingsOf } from './settings-sheet';
import { sheetNamer } from './sheet-names';
import { Lists } from './lists-sheet';
import { sheetsOf } from './sheets';
import { addSettings, addTable } from './table-sheet';

/** The same bytes for the same campaign and round: no clock in the file. */
const WRITTEN = new Date(Date.UTC(2025, 0, 1));

/** The bytes of a workbook with one sheet for each table of a campaign, filled from a round if there is one. */
export async function workbookOf(campaign: Campaign, round?: Round): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.created = WRITTEN;
  workbook.modified = WRITTEN;
  const named = sheetNamer();
  addInstructions(workbook.addWorksheet(named(message('sheet.title.help'))), campaign);
  const lists = new Lists(named(message('sheet.title.lists')));
  const settings = round ? settingRow(round) : { campaign: campaign.code, phase: onlyPhase(campaign) };
  addSettings(
    workbook.addWorksheet(named(message('sheet.title.round'))),
    settingsOf(campaign),
    settings,
    lists,
  );
  for (const sheet of sheetsOf(campaign, round)) {
    const rows = round ? rowsOf(sheet.id, campaign, round) : [];
    addTable(workbook.addWorksheet(named(sheet.title)), sheet, rows, lists);
  }
  lists.addTo(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function onlyPhase({ phases }: Campaign): string | undefined {
  return phases.length === 1 ? phases[0]?.code : undefined;
}
