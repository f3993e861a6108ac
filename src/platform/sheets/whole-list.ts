import { message } from '../messages/message';
import type { ListSheet } from './list-sheet';

/** The whole of a list, whatever page of it is open. */
export const WHOLE_LIST = { skip: 0, take: 1_000_000 };

/** Whether an address asks for its list as a workbook: `?dang=xlsx`. */
export function wantsSheet(form: unknown): boolean {
  return form === 'xlsx';
}

/** The address of a list as a workbook; `address` may carry the filter of the page. */
export function sheetHref(address: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}dang=xlsx`;
}

/** One column: the name of its heading (`list.<name>`) or the heading itself, its width in characters, what it holds, and how numbers show. */
export type SheetColumn<T> = readonly [
  heading: string | { text: string },
  width: number,
  value: (row: T) => string | number | null,
  format?: string,
];

/** A list of anything as a sheet: one row for each, one cell for each column. */
export function sheetOf<T>(title: string, rows: readonly T[], columns: readonly SheetColumn<T>[]): ListSheet {
  return {
    title,
    columns: columns.map(([heading, width, , format]) => ({
      header: typeof heading === 'string' ? message(`list.${heading}`) : heading.text,
      width,
      format,
    })),
    rows: rows.map((row) => columns.map(([, , value]) => value(row))),
  };
}
