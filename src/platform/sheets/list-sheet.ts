import { Workbook, type Cell } from '@cj-tech-master/excelts';
import { StreamableFile } from '@nestjs/common';

/** A list as it goes to Excel: a heading, the names of its columns, and its rows. Numbers stay numbers. */
export interface ListSheet {
  title: string;
  /** `format` is how Excel shows the numbers of the column, such as `0.00`. */
  columns: readonly { header: string; width?: number; format?: string }[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** The media type of a workbook. */
export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Excel takes no longer name of a sheet, nor these characters in it. */
const LONGEST_NAME = 31;
const UNNAMEABLE = /[\\/?*[\]:']/g;
const HEADER = {
  font: { bold: true },
  alignment: { wrapText: true, vertical: 'middle' },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } },
} as const;
/** No clock in the file: the same list gives the same bytes. */
const WRITTEN = new Date(Date.UTC(2025, 0, 1));

/** The bytes of a workbook with the list on its one sheet: heading in row 1, names in row 2, filter and frozen head. */
async function listSheet({ title, columns, rows }: ListSheet): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.created = WRITTEN;
  workbook.modified = WRITTEN;
  const sheet = workbook.addWorksheet(
    title.replace(UNNAMEABLE, ' ').slice(0, LONGEST_NAME).trim() || 'Danh sách',
  );
  sheet.views = [{ state: 'frozen', ySplit: 2 }];
  write(sheet.getCell(1, 1), title);
  sheet.getCell(1, 1).font = { bold: true, size: 13 };
  columns.forEach(({ header, width = 18 }, index) => {
    sheet.getColumn(index + 1).width = width;
    write(sheet.getCell(2, index + 1), header);
    Object.assign(sheet.getCell(2, index + 1), HEADER);
  });
  rows.forEach((row, at) =>
    row.forEach((value, index) => write(sheet.getCell(at + 3, index + 1), value, columns[index]?.format)),
  );
  if (columns.length > 0)
    sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: columns.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The list as an answer to be kept: `danh-sach.xlsx`. */
export async function sheetAnswer(file: string, list: ListSheet): Promise<StreamableFile> {
  const disposition = `attachment; filename="${file.replace(/[^a-zA-Z0-9._-]+/g, '-')}.xlsx"`;
  return new StreamableFile(await listSheet(list), { type: EXCEL, disposition });
}

/**
 * Text is a string cell in text format: what begins with =, +, - or @ are letters, and stay so when somebody edits the cell.
 * `_x0041_` is how a workbook spells a character by its number: an underscore that happens to begin such is spelt too.
 */
function write(cell: Cell, value: string | number | null, format?: string): void {
  if (value === null) return;
  if (typeof value === 'number') {
    if (format) cell.numFmt = format;
    cell.value = value;
    return;
  }
  cell.numFmt = '@';
  cell.value = value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
