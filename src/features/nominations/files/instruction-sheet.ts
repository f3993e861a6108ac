import type { Worksheet } from '@cj-tech-master/excelts';
import type { Campaign } from '../../../domain/campaign';
import { message } from '../../../platform/messages/message';

/** Who fills a workbook in: a unit or the office for the pages, anybody for the command line. */
export type WorkbookReader = 'unit' | 'office' | 'program';

const WHOLE = 'order sets round scores na dates lists attached ties keep'.split(' ');
/** What a unit is told of: nothing of the sheets that it does not see. */
const OF_UNIT = 'order.unit sets.unit scores.unit na dates lists attached keep check'.split(' ');
const LINES: Readonly<Record<WorkbookReader, readonly string[]>> = {
  unit: OF_UNIT,
  office: [...WHOLE, 'check'],
  program: [...WHOLE, 'check.program'],
};

/** The first sheet: what to fill in and how. */
export function addInstructions(worksheet: Worksheet, campaign: Campaign, reader: WorkbookReader): void {
  worksheet.getColumn(1).width = 4;
  worksheet.getColumn(2).width = 110;
  worksheet.getCell('A1').value = message('sheet.help.title');
  worksheet.getCell('A1').font = { bold: true, size: 14 };
  worksheet.getCell('A2').value = campaign.title;
  worksheet.getCell('A2').font = { italic: true };
  LINES[reader].forEach((line, index) => {
    const row = index + 4;
    worksheet.getCell(row, 1).value = index + 1;
    worksheet.getCell(row, 2).value = message(`sheet.help.${line}`);
    worksheet.getCell(row, 2).alignment = { wrapText: true, vertical: 'top' };
    worksheet.getCell(row, 1).alignment = { vertical: 'top' };
  });
}
