import { Workbook } from '@cj-tech-master/excelts';
import { openPhase } from '../../src/features/campaigns/phase.queries';
import { unitWorkbookOf } from '../../src/features/nominations/files/build-workbook';
import { CAMPAIGN } from './cases';
import type { TestApp } from './start-app';

/** Rows by the id of a table, with cells by the keys of its columns. */
export type Tables = Record<string, Record<string, string | number>[]>;

/** A unit's own template of the worked phase with rows in it. */
export async function filledWorkbook({ unitOfWork }: TestApp, tables: Tables): Promise<Buffer> {
  const { campaign } = await openPhase(unitOfWork.reader, CAMPAIGN, 'GD1');
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(await unitWorkbookOf(campaign, 'GD1')));
  for (const worksheet of workbook.worksheets) {
    const [id = '', first = ''] = worksheet.getCell(1, 1).text.split('!');
    const keys = Array.from({ length: worksheet.columnCount }, (_, at) =>
      at === 0 ? first : worksheet.getCell(1, at + 1).text,
    );
    for (const [index, row] of (tables[id] ?? []).entries())
      for (const [key, value] of Object.entries(row))
        worksheet.getCell(3 + index, keys.indexOf(key) + 1).value = value;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
