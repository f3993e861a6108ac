import type { Cell, DataValidation, Worksheet } from '@cj-tech-master/excelts';
import { message } from '../../../platform/messages/message';
import { type Lists, letters } from './lists-sheet';
import type { CellInput, Row } from './round-rows';
import type { Setting } from './settings-sheet';
import type { Column, Sheet } from './sheets';

/** Rules and formats reach this far below the rows that are there. */
const SPARE_ROWS = 500;
export const FIRST_ROW = 3;
/** Between the id of a table and its first key, in the first hidden cell. */
export const ID_MARK = '!';

const HEADER = {
  font: { bold: true },
  alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } },
} as const;

/** Row 1 (hidden) holds the keys, row 2 the headers, the data follow. */
export function addTable(worksheet: Worksheet, sheet: Sheet, rows: Row[], lists: Lists): void {
  worksheet.views = [{ state: 'frozen', xSplit: sheet.frozen, ySplit: 2 }];
  worksheet.getRow(1).hidden = true;
  sheet.columns.forEach((column, index) => {
    const at = index + 1;
    worksheet.getColumn(at).width = column.width;
    worksheet.getColumn(at).numFmt = formatOf(column);
    writeText(worksheet.getCell(1, at), index === 0 ? `${sheet.id}${ID_MARK}${column.key}` : column.key);
    addHeader(worksheet.getCell(2, at), column.header);
    rows.forEach((row, place) => write(worksheet.getCell(FIRST_ROW + place, at), row[column.key], column));
    const below = `${letters(at)}${FIRST_ROW}:${letters(at)}${FIRST_ROW + rows.length + SPARE_ROWS}`;
    addRule(worksheet, below, column, lists);
  });
  worksheet.getRow(2).height = sheet.columns.some(({ header }) => header.includes('\n')) ? 130 : 32;
}

/** The settings of the round stand one below the other: key (hidden column), label, value. */
export function addSettings(worksheet: Worksheet, settings: Setting[], values: Row, lists: Lists): void {
  worksheet.views = [{ state: 'frozen', ySplit: 2 }];
  worksheet.getRow(1).hidden = true;
  worksheet.getColumn(1).hidden = true;
  worksheet.getColumn(2).width = 60;
  worksheet.getColumn(3).width = 40;
  writeText(worksheet.getCell(1, 1), `round${ID_MARK}key`);
  addHeader(worksheet.getCell(2, 2), message('sheet.column.setting'));
  addHeader(worksheet.getCell(2, 3), message('sheet.column.value'));
  settings.forEach((setting, index) => {
    const row = FIRST_ROW + index;
    writeText(worksheet.getCell(row, 1), setting.key);
    writeText(worksheet.getCell(row, 2), setting.header);
    write(worksheet.getCell(row, 3), values[setting.key], setting);
    addRule(worksheet, `C${row}`, setting, lists);
  });
}

function addHeader(cell: Cell, header: string): void {
  writeText(cell, header);
  Object.assign(cell, HEADER);
}

function formatOf({ kind }: Column): string {
  return { text: '@', number: 'General', day: 'dd/mm/yyyy', flag: 'General' }[kind];
}

function write(cell: Cell, value: CellInput, column: Column): void {
  cell.numFmt = formatOf(column);
  if (value === undefined) return;
  const label = column.words?.find(({ word }) => word === value)?.label;
  if (typeof value === 'number') cell.value = value;
  else if (column.kind === 'day' && typeof value === 'string') writeDay(cell, value);
  else if (typeof value === 'boolean' && label === undefined) cell.value = value;
  else writeText(cell, label ?? String(value));
}

/** Spreadsheets know no day before 1900, and count its first two months wrongly. */
function writeDay(cell: Cell, day: string): void {
  if (day < '1901') writeText(cell, day);
  else cell.value = new Date(`${day}T00:00:00Z`);
}

/**
 * Always a string cell in text format, so that =, +, - and @ at its start are letters and stay so when it is edited.
 * `_x0041_` is how a workbook spells a character by its number: an underscore that happens to begin such is spelt too.
 */
function writeText(cell: Cell, text: string): void {
  cell.numFmt = '@';
  cell.value = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  if (text.includes('\n')) cell.alignment = { wrapText: true, vertical: 'top' };
}

function addRule(worksheet: Worksheet, range: string, column: Column, lists: Lists): void {
  const rule = ruleOf(column, lists);
  // One rule for a whole range: given cell by cell, a sheet would hold thousands.
  if (rule) worksheet.dataValidations.add(`range:${range}`, { ...rule, sqref: range });
}

function ruleOf({ kind, words, most }: Column, lists: Lists): DataValidation | undefined {
  const shown = { allowBlank: true, showErrorMessage: true, errorTitle: message('sheet.rule.title') };
  if (words) {
    const error = message('sheet.rule.list');
    // A stop here would keep codes and report sections from being typed: the list only proposes.
    return { ...shown, type: 'list', formulae: [lists.range(words)], errorStyle: 'warning', error };
  }
  if (kind === 'number' && most !== undefined) {
    const error = message('sheet.rule.number', { most });
    return { ...shown, type: 'decimal', operator: 'between', formulae: [0, Number(most)], error };
  }
  return undefined;
}
