import { Workbook } from '@cj-tech-master/excelts';
import type { Campaign } from '../../../domain/campaign';
import type { Round } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { type WorkbookReader, addInstructions } from './instruction-sheet';
import { type Row, rowsOf, settingRow } from './round-rows';
import { settingsOf } from './settings-sheet';
import { sheetNamer } from './sheet-names';
import { Lists } from './lists-sheet';
import { sheetsOf } from './sheets';
import { addSettings, addTable } from './table-sheet';
import { showForUnit } from './unit-workbook';

/** The same bytes for the same campaign and round: no clock in the file. */
const WRITTEN = new Date(Date.UTC(2025, 0, 1));

/** The bytes of a workbook with one sheet for each table of a campaign, filled from a round if there is one. */
export function workbookOf(campaign: Campaign, round?: Round): Promise<Uint8Array> {
  const settings = round ? settingRow(round) : emptySettings(campaign);
  return built(campaign, { round, settings, reader: 'program' });
}

/** The same, empty, for the office at its pages. */
export function officeWorkbookOf(campaign: Campaign): Promise<Uint8Array> {
  return built(campaign, { settings: emptySettings(campaign), reader: 'office' });
}

/** The empty workbook for a unit: of one phase, and what is not a unit's to fill out of sight. */
export function unitWorkbookOf(campaign: Campaign, phase: string): Promise<Uint8Array> {
  return built(campaign, { settings: { campaign: campaign.code, phase }, reader: 'unit' });
}

async function built(
  campaign: Campaign,
  { round, settings, reader }: { round?: Round; settings: Row; reader: WorkbookReader },
): Promise<Uint8Array> {
  const forUnit = reader === 'unit';
  const workbook = new Workbook();
  workbook.created = WRITTEN;
  workbook.modified = WRITTEN;
  const named = sheetNamer();
  addInstructions(workbook.addWorksheet(named(message('sheet.title.help'))), campaign, reader);
  const lists = new Lists(named(message('sheet.title.lists')));
  const head = workbook.addWorksheet(named(message('sheet.title.round')));
  addSettings(head, settingsOf(campaign), settings, lists);
  if (forUnit) head.state = 'hidden';
  for (const sheet of sheetsOf(campaign, round)) {
    const rows = round ? rowsOf(sheet.id, campaign, round) : [];
    const worksheet = workbook.addWorksheet(named(sheet.title));
    addTable(worksheet, sheet, rows, lists);
    if (forUnit) showForUnit(worksheet, sheet);
  }
  lists.addTo(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function emptySettings({ code, phases }: Campaign): Row {
  return { campaign: code, phase: phases.length === 1 ? phases[0]?.code : undefined };
}
