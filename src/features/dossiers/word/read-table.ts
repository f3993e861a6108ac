import { type AnyNode, type Element, isTag } from 'domhandler';
import {
  type Block,
  type CellBlock,
  emptyParagraph,
  type RowBlock,
  type TableBlock,
  keepRow,
} from './blocks';
import { type Place, START, isOf, placeIn } from './vocabulary';

/** Reads what stands in a cell. */
type ReadBlocks = (nodes: Element['children'], place: Place) => Block[];

/** A table of the page as a table of Word, after what stands in it beside its rows. `around` is the place it stands in. */
export function readTable(table: Element, around: Place, read: ReadBlocks): Block[] {
  const place = placeIn(table, around);
  const beside = read(besideRows(table), around);
  const rows = descendants(table, 'tr').map((row) => readRow(row, placeOfRow(table, row, place), read));
  const filled = rows.filter(({ cells }) => cells.length > 0);
  if (filled.length === 0) return beside;
  const columns = Math.max(
    1,
    ...rows.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.columnSpan, 0)),
  );
  const look = isOf(table, 'data') ? 'ruled' : 'open';
  return [...beside, { kind: 'table', look, widths: widthsOf(table, columns), rows: filled }];
}

/** Two columns without a frame, filled row by row. */
export function twoColumns(blocks: readonly Block[]): TableBlock {
  const cell = (block: Block | undefined): CellBlock => ({
    blocks: [block ?? emptyParagraph(START)],
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
  const block: RowBlock = { isHeader, cells };
  if (isHeader || place.keepNext) keepRow(block);
  return block;
}

/** Words that a table holds outside its rows: browsers show them before it. */
function besideRows({ children }: Element): AnyNode[] {
  return children.flatMap((child) => {
    if (!isTag(child) || child.name === 'caption') return [child];
    return ['tr', 'colgroup'].includes(child.name) ? [] : besideRows(child);
  });
}

function readCell(cell: Element, around: Place, read: ReadBlocks): CellBlock {
  const isHead = cell.name === 'th';
  const place = {
    ...placeIn(cell, around),
    keepNext: false,
    ...(isHead && { style: 'columnHead' as const }),
  };
  const blocks = read(cell.children, place);
  return {
    blocks: blocks.length > 0 ? blocks : [emptyParagraph(place)],
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
