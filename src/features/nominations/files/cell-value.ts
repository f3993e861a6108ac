import { type Cell, ValueType } from '@cj-tech-master/excelts';
import { tidy } from '../../../domain/definition/scalars';

/** What stands in a cell: a text, a yes or no, nothing, or the code of the finding that refuses it. */
export type CellContent = { value?: string | boolean; refusal?: string };

/**
 * The plain value of a cell. Numbers become the shortest text (18.1, however the file stores it) and dates
 * `YYYY-MM-DD`. Of a formula only a number that was calculated is taken; a text or date from a formula may be stale or
 * come from another file, so that it is refused.
 */
export function contentOf(cell: Cell): CellContent {
  switch (cell.type) {
    case ValueType.Null:
    case ValueType.Merge:
      return {};
    case ValueType.Number:
      return { value: numberText(Number(cell.value)) };
    case ValueType.Date:
      return { value: dayText(cell.value as Date) };
    case ValueType.Boolean:
      return { value: cell.value as boolean };
    case ValueType.Formula:
      return formula(cell.result);
    case ValueType.Error:
      return { refusal: 'cell-error' };
    default:
      return { value: tidy(cell.text) };
  }
}

function formula(result: unknown): CellContent {
  return typeof result === 'number' ? { value: numberText(result) } : { refusal: 'cell-formula' };
}

/** A sum of tenths may be stored as 18.099999999999998: what lies that near to two decimals means them. */
function numberText(value: number): string {
  const near = Number(value.toFixed(2));
  return String(Math.abs(value - near) < 1e-9 * Math.max(1, Math.abs(value)) ? near : value);
}

function dayText(value: Date): string {
  return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
}

/** 20/12/2025 and 1-2-2025 as people write them; anything else is left to the reader. */
export function dayAsWritten(text: string): string {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  return parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : text;
}

/** `18,5` typed into a text cell is eighteen and a half. */
export function numberAsWritten(text: string): string {
  return /^-?\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : text;
}
