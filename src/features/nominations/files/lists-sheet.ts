import type { Workbook } from '@cj-tech-master/excelts';
import type { Word } from './sheet-words';

/** The hidden sheet that holds the choices of all drop-downs: a list written into a cell rule may be too long. */
export class Lists {
  private readonly columns: string[][] = [];

  constructor(private readonly name: string) {}

  /** The range of a list, as a formula. */
  range(words: readonly Word[]): string {
    const labels = words.map(({ label }) => label);
    const same = this.columns.findIndex((column) => column.join('\n') === labels.join('\n'));
    const index = same < 0 ? this.columns.push(labels) - 1 : same;
    const column = letters(index + 1);
    return `'${this.name.replaceAll("'", "''")}'!$${column}$1:$${column}$${labels.length}`;
  }

  addTo(workbook: Workbook): void {
    const sheet = workbook.addWorksheet(this.name, { state: 'hidden' });
    this.columns.forEach((labels, column) => {
      labels.forEach((label, row) => {
        sheet.getCell(row + 1, column + 1).value = label;
      });
    });
  }
}

/** 1 is A, 27 is AA. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? letters(Math.floor((column - 1) / 26)) + last : last;
}
