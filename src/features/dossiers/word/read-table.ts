import { type Element, isTag } from 'domhandler';
import { type Block, type CellBlock, type RowBlock, type TableBlock, keepRow } from './blocks';
import { type Place, isOf, placeIn } from './vocabulary';

/** Reads what stands in a cell. */
export type ReadBlocks = (nodes: Element['children'], place: Place) => Block[];

/** A table of the page as a table of Word. `around` is the place it stands in. */
export function readTable(table: Element, around: Place, read: ReadBlocks): TableBlock {
  const place = placeIn(table, around);
  const rows = descendants(table, 'tr').map((row) => readRow(row, placeOfRow(table, row, place), read));
  const columns = Math.max(
    1,
    ...rows.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.columnSpan, 0)),
  );
  return {
    kind: 'table',
    look: isOf(table, 'data') ? 'ruled' : 'open',
    widths: widthsOf(table, columns),
    rows,
  };
}

/** Two columns without a frame, filled row by row. */
export function twoColumns(blocks: readonly Block[]): TableBlock {
  const cell = (block: Block | undefined): CellBlock => ({
    blocks: block ? [block] : [],
    columnSpan: 1,
    rowSpan: 1,
    isHead: false,
  });
  const rows = blocks
    .map((block, at) => ({ isHeader: false, cells: [cell(block), cell(blocks[at + 1])] }))
    .filter((_, at) => at % 2 === 0);
  return { kind: 'table', look: 'open', widths: [50, 50], rows };
}

function readRow(row: Element, place: Place, read: ReadBlocks): RowBlock {
  const cells = row.children.filter(isTag).map((cell) => readCell(cell, place, read));
  const isHeader = row.parent !== null && isTag(row.parent) && row.parent.name === 'thead';
  const read_: RowBlock = { isHeader, cells };
  if (isHeader || place.keepNext) keepRow(read_);
  return read_;
}

function readCell(cell: Element, around: Place, read: ReadBlocks): CellBlock {
  const isHead = cell.name === 'th';
  const place = { ...placeIn(cell, around), keepNext: false };
  const inner: Place = isHead ? { ...place, style: 'columnHead' } : place;
  return {
    blocks: read(cell.children, inner),
    columnSpan: spanOf(cell, 'colspan'),
    rowSpan: spanOf(cell, 'rowspan'),
    isHead,
  };
}

function placeOfRow(table: Element, row: Element, place: Place): Place {
  const inCell: Place = isOf(table, 'data') ? { ...place, style: 'cell', inCell: true } : place;
  return placeIn(row, inCell);
}

/** Shares of print.css where the table does not name its own. */
function widthsOf(table: Element, columns: number): number[] {
  const named = descendants(table, 'col').map(({ attribs }) =>
    Number(/width:\s*([\d.]+)%/.exec(attribs['style'] ?? '')?.[1]),
  );
  if (named.length === columns && named.every((width) => width > 0)) return named;
  if (isOf(table, 'head') && columns === 2) return isInLandscape(table) ? [45, 55] : [42, 58];
  return Array.from({ length: columns }, () => 100 / columns);
}

function isInLandscape({ parent }: Element): boolean {
  return parent !== null && isTag(parent) && (isOf(parent, 'landscape') || isInLandscape(parent));
}

function spanOf({ attribs }: Element, name: string): number {
  return Math.max(1, Number(attribs[name] ?? 1) || 1);
}

function descendants(element: Element, name: string): Element[] {
  return element.children
    .filter(isTag)
    .flatMap((child) => (child.name === name ? [child] : descendants(child, name)));
}
