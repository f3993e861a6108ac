import type { Cell, Workbook, Worksheet } from '@cj-tech-master/excelts';
import { message } from '../../../platform/messages/message';
import { type CellContent, contentOf, dayAsWritten, numberAsWritten } from './cell-value';
import { letters } from './lists-sheet';
import type { Column, Sheet } from './sheets';
import { FIRST_ROW, ID_MARK } from './table-sheet';
import type { CellPlace, WorkbookFindings } from './workbook-findings';

/** One filled cell, with the word that its label stands for. */
export interface Filled {
  value: string | boolean;
  place: CellPlace;
}

export interface TableRow {
  cells: Map<string, Filled>;
  place: CellPlace;
}

export interface FoundSheet {
  worksheet: Worksheet;
  /** Column numbers by key. */
  columns: Map<string, number>;
}

/** The tables of a workbook by the id in their first hidden cell; sheets of the clerk's own are warned of. */
export function findSheets(workbook: Workbook, findings: WorkbookFindings): Map<string, FoundSheet> {
  const sheets = new Map<string, FoundSheet>();
  const silent = ['help', 'lists'].map((id) => message(`sheet.title.${id}`));
  for (const worksheet of workbook.worksheets) {
    const [id, columns] = keysOf(worksheet);
    if (id === undefined) {
      if (!silent.includes(worksheet.name))
        findings.add('unknown-sheet', { sheet: worksheet.name }, {}, 'warning');
    } else if (sheets.has(id)) findings.add('sheet-twice', { sheet: worksheet.name });
    else sheets.set(id, { worksheet, columns });
  }
  return sheets;
}

const WIDEST = 2000;

/** The library counts its columns anew each time, over all rows: asked once for a loop, never in it. */
function widthOf(worksheet: Worksheet): number {
  return Math.min(worksheet.columnCount, WIDEST);
}

/** Numbers of the rows of a table that are there: one stray cell in the last row of Excel makes no million of them. */
export function rowNumbers(worksheet: Worksheet): number[] {
  const numbers: number[] = [];
  worksheet.eachRow((_, at) => {
    if (at >= FIRST_ROW) numbers.push(at);
  });
  return numbers;
}

function keysOf(worksheet: Worksheet): [id: string | undefined, columns: Map<string, number>] {
  const columns = new Map<string, number>();
  let id: string | undefined;
  for (let at = 1, last = widthOf(worksheet); at <= last; at += 1) {
    const { value } = contentOf(worksheet.getCell(1, at));
    if (typeof value !== 'string' || value === '') continue;
    const mark = value.indexOf(ID_MARK);
    const isFirst = id === undefined && mark > 0;
    if (isFirst) id = value.slice(0, mark);
    columns.set(isFirst ? value.slice(mark + 1) : value, at);
  }
  return [id, columns];
}

/** The rows of a table that hold anything; columns without a key that hold something are warned of. */
export function rowsIn(
  { worksheet, columns }: FoundSheet,
  sheet: Sheet,
  findings: WorkbookFindings,
): TableRow[] {
  const known = new Map(sheet.columns.map((column) => [column.key, column]));
  for (const { key, header } of sheet.columns)
    if (!columns.has(key))
      findings.add('missing-column', { sheet: worksheet.name }, { header: firstLine(header) });
  const rows: TableRow[] = [];
  for (const at of rowNumbers(worksheet)) {
    const cells = new Map<string, Filled>();
    for (const [key, number] of columns) {
      const cell = worksheet.findCell(at, number);
      const filled = cell && fill(cell, known.get(key), worksheet.name, findings);
      if (filled) cells.set(key, filled);
    }
    if (cells.size > 0) rows.push({ cells, place: { sheet: worksheet.name, cell: `A${at}` } });
  }
  warnOfOtherColumns(worksheet, columns, findings);
  return rows;
}

function firstLine(header: string): string {
  return header.split('\n').slice(0, 2).join(' ');
}

/** undefined for a blank or refused cell. */
export function fill(
  cell: Cell,
  column: Column | undefined,
  sheet: string,
  findings: WorkbookFindings,
): Filled | undefined {
  const { value, refusal }: CellContent = contentOf(cell);
  const place: CellPlace = {
    sheet,
    cell: cell.address,
    labels: column?.words?.map(({ label }) => label).join(', '),
  };
  if (refusal !== undefined) findings.add(refusal, place);
  return value === undefined || value === '' ? undefined : { value: meant(value, column), place };
}

/** The word behind a label (in any case), a number or day as people write them. */
function meant(value: string | boolean, column: Column | undefined): string | boolean {
  if (typeof value === 'boolean') return value;
  const same = (text: string): boolean => text.toLowerCase() === value.toLowerCase();
  const word =
    column?.words?.find((each) => each.word === value) ??
    column?.words?.find(({ label }) => same(tidyLabel(label)));
  if (word) return word.word;
  if (column?.kind === 'day') return dayAsWritten(value);
  if (column?.kind === 'number') return same('na') ? 'na' : numberAsWritten(value);
  return value;
}

function tidyLabel(label: string): string {
  return label.normalize('NFC').trim();
}

function warnOfOtherColumns(
  worksheet: Worksheet,
  columns: Map<string, number>,
  findings: WorkbookFindings,
): void {
  const own = new Set(columns.values());
  for (let at = 1, last = widthOf(worksheet); at <= last; at += 1) {
    const heads = own.has(at) ? {} : contentOf(worksheet.getCell(2, at));
    if (heads.value !== undefined && heads.value !== '')
      findings.add('unknown-column', { sheet: worksheet.name, cell: `${letters(at)}2` }, {}, 'warning');
  }
}
