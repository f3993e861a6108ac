import {
  AlignmentType,
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, CellBlock, RowBlock, TableBlock } from './blocks';

type BuildBlocks = (blocks: readonly Block[], width: number) => (Paragraph | Table)[];

const LINE = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
/** Twips between the frame of a cell and its words: 2 points above and below, 3 at the sides. */
const PADDING = { ruled: { vertical: 40, sides: 60 }, open: { vertical: 0, sides: 0 } } as const;

/** A table of `width` twips. Its head is repeated on each page, and none of its rows is split. */
export function buildTable({ look, widths, rows }: TableBlock, width: number, build: BuildBlocks): Table {
  const columns = twipsOf(widths, width);
  const { vertical, sides } = PADDING[look];
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    margins: {
      marginUnitType: WidthType.DXA,
      top: vertical,
      bottom: vertical,
      left: sides,
      right: sides,
    },
    borders: bordersOf(look === 'ruled' ? LINE : NONE),
    rows: rows.map((row, at) => buildRow(row, columnsOf(rows, at, columns), { sides, build })),
  });
}

interface CellLook {
  sides: number;
  build: BuildBlocks;
}

function buildRow({ isHeader, cells }: RowBlock, widths: number[][], { sides, build }: CellLook): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(isHeader && { tableHeader: true }),
    children: cells.map((cell, at) => buildCell(cell, sum(widths[at] ?? []), { sides, build })),
  });
}

function buildCell(
  { blocks, columnSpan, rowSpan, isHead }: CellBlock,
  width: number,
  { sides, build }: CellLook,
) {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(columnSpan > 1 && { columnSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: build(blocks, width - 2 * sides),
  });
}

/** Of each cell of a row, the widths of the columns it stands over; cells from above that reach down are passed over. */
function columnsOf(rows: readonly RowBlock[], at: number, columns: readonly number[]): number[][] {
  const taken = reachingDown(rows, at, columns.length);
  let column = 0;
  return (rows[at]?.cells ?? []).map(({ columnSpan }) => {
    while (taken.has(column)) column += 1;
    const own = columns.slice(column, column + columnSpan);
    column += columnSpan;
    return own;
  });
}

/** The columns of a row that are held by cells of rows above it. */
function reachingDown(rows: readonly RowBlock[], at: number, count: number): Set<number> {
  const until = Array.from({ length: count }, () => 0);
  rows.slice(0, at).forEach(({ cells }, row) => {
    let column = 0;
    for (const { columnSpan, rowSpan } of cells) {
      while ((until[column] ?? 0) > row) column += 1;
      until.fill(row + rowSpan, column, column + columnSpan);
      column += columnSpan;
    }
  });
  return new Set(until.flatMap((end, column) => (end > at ? [column] : [])));
}

/** Whole twips that add up to the width. */
function twipsOf(shares: readonly number[], width: number): number[] {
  const whole = sum(shares);
  const ends = shares.map((_, at) => Math.round((sum(shares.slice(0, at + 1)) / whole) * width));
  return ends.map((end, at) => end - (ends[at - 1] ?? 0));
}

function bordersOf(line: typeof LINE | typeof NONE) {
  return {
    top: line,
    bottom: line,
    left: line,
    right: line,
    insideHorizontal: line,
    insideVertical: line,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
