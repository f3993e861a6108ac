import Table from 'cli-table3';
import { Help } from 'commander';
import { oneLine } from '../platform/text/printable';

export type Cell = Table.Cell;

/** A table of 80 columns at most; widths include one space at either side. Long texts wrap between words. */
export function table(head: string[], widths: number[], rows: Cell[][], rightAligned: number[] = []): string {
  const drawn = new Table({
    head,
    colWidths: widths,
    colAligns: widths.map((_, column) => (rightAligned.includes(column) ? 'right' : 'left')),
    wordWrap: true,
    style: { head: [], border: [], compact: false, 'padding-left': 1, 'padding-right': 1 },
  });
  drawn.push(...rows);
  return drawn.toString();
}

/** Text of a file inside a table: one line without anything that moves the cursor or turns the direction. */
export function cell(...lines: string[]): string {
  return lines.map(oneLine).join('\n');
}

/** A sentence broken between words into lines of 80 columns at most. */
export function wrapped(sentence: string): string {
  return new Help().boxWrap(sentence, 80);
}
