import type { ChartData } from '../../../platform/charts/chart-data';
import { sizeOf } from './styles';
import type { StyleId } from './style-list';
import type { Place } from './vocabulary';

/** What a line is made of: words, a forced end of line, or dots up to the right edge to be written on by hand. */
export type Inline =
  { kind: 'words'; text: string; bold: boolean; italic: boolean } | { kind: 'break' } | { kind: 'dots' };

export interface ParagraphBlock {
  kind: 'paragraph';
  style: StyleId;
  inlines: Inline[];
  /** On one page with the block that follows. */
  keepNext: boolean;
  /** Not split between pages. */
  keepLines: boolean;
  /** Its first line stands where that of a paragraph stands, though it is a line of dots. */
  indented: boolean;
  centred: boolean;
  /** Points of its letters, where they are not those of the style. */
  size?: number;
  /** Points above and below, where they are not those of the style. */
  before?: number;
  after?: number;
}

/** A centred line under the words before it; `share` of the length of their last line. */
export interface RuleBlock {
  kind: 'rule';
  under: string;
  style: StyleId;
  size?: number;
  share: number;
  keepNext: boolean;
  after?: number;
}

export interface CellBlock {
  blocks: Block[];
  columnSpan: number;
  rowSpan: number;
  isHead: boolean;
}

export interface RowBlock {
  /** Repeated on each page. */
  isHeader: boolean;
  cells: CellBlock[];
}

export interface TableBlock {
  kind: 'table';
  /** `ruled`: with a frame round each cell. */
  look: 'ruled' | 'open';
  /** Of each column, in hundredths of the width of the table. */
  widths: number[];
  rows: RowBlock[];
}

/** Bars that Word draws, of numbers that can be changed there. */
export interface ChartBlock {
  kind: 'chart';
  /** For who cannot see it. */
  title: string;
  /** Different for each drawing of a file, and the same whenever it is made. */
  id: number;
  data: ChartData;
  keepNext: boolean;
}

export type Block = ParagraphBlock | RuleBlock | TableBlock | ChartBlock;

/** One document of a file: it counts its own pages. */
export interface SectionBlock {
  look: 'portrait' | 'landscape' | 'certificate';
  blocks: Block[];
}

/** A paragraph of a place, before its words. */
export function emptyParagraph(place: Place): ParagraphBlock {
  const { style, keepNext, isLong, indented, centred } = place;
  const size = sizeIn(place);
  return {
    kind: 'paragraph',
    style,
    inlines: [],
    keepNext,
    keepLines: !isLong,
    indented,
    centred,
    ...(size !== undefined && { size }),
  };
}

/** Points where they are not those of the style: halves, as Word counts, and never below ten. */
function sizeIn({ style, size, scale = 1 }: Place): number | undefined {
  return scale === 1 ? size : Math.max(10, Math.round((size ?? sizeOf(style)) * scale * 2) / 2);
}

/** Ties a block to the one that follows it: a table by its last row. */
export function keepWithNext(block: Block | undefined): void {
  if (!block) return;
  if (block.kind !== 'table') block.keepNext = true;
  else keepRow(block.rows.at(-1));
}

/** Ties blocks to each other, so that they stand on one page; what follows them may stand on the next. */
export function keepTogether(blocks: readonly Block[]): void {
  blocks.forEach((block, at) => {
    if (block.kind === 'paragraph') block.keepLines = true;
    if (block.kind === 'table') block.rows.slice(0, -1).forEach(keepRow);
    if (at < blocks.length - 1) keepWithNext(block);
  });
}

/** Word keeps a row with the next one when its paragraphs are kept so. */
export function keepRow(row: RowBlock | undefined): void {
  for (const { blocks } of row?.cells ?? []) for (const block of blocks) keepWithNext(block);
}
