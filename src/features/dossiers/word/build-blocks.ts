import {
  AlignmentType,
  BorderStyle,
  LeaderType,
  Paragraph,
  Tab,
  TabStopType,
  type Table,
  TextRun,
} from 'docx';
import type { Block, Inline, ParagraphBlock, RuleBlock } from './blocks';
import { buildChart } from './build-chart';
import { buildTable } from './build-table';
import { TWIPS_PER_POINT, twips } from './measures';
import { sizeOf } from './styles';
import { lastLineWidth } from '../../../platform/text/text-width';

const RULE = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const INDENT = twips(12.7);

/** Blocks as Word has them, in lines of `width` twips. */
export function buildBlocks(blocks: readonly Block[], width: number): (Paragraph | Table)[] {
  return blocks.flatMap((block, at) => {
    if (block.kind === 'paragraph') return [buildParagraph(block, width)];
    if (block.kind === 'rule') return [buildRule(block, width)];
    if (block.kind === 'chart') return [buildChart(block)];
    const table = buildTable(block, width, buildBlocks);
    // Word would make one table of two that touch, and ends nothing with a table.
    return blocks[at + 1]?.kind === 'paragraph' ? [table] : [table, new Paragraph({ style: 'end' })];
  });
}

function buildParagraph(block: ParagraphBlock, width: number): Paragraph {
  const { style, inlines, keepNext, keepLines, indented, centred, before, after, size } = block;
  const hasDots = inlines.some(({ kind }) => kind === 'dots');
  return new Paragraph({
    style,
    children: inlines.flatMap((inline) => runsOf(inline, size)),
    ...(keepNext && { keepNext }),
    ...(keepLines && { keepLines }),
    ...(indented && { indent: { firstLine: INDENT } }),
    ...(centred ? { alignment: AlignmentType.CENTER } : hasDots && { alignment: AlignmentType.LEFT }),
    ...(hasDots && { tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }] }),
    ...((before !== undefined || after !== undefined) && {
      spacing: { ...gap('before', before), ...gap('after', after) },
    }),
  });
}

function gap(side: 'before' | 'after', points: number | undefined) {
  return points === undefined ? {} : { [side]: Math.round(points * TWIPS_PER_POINT) };
}

function runsOf(inline: Inline, size: number | undefined): TextRun[] {
  if (inline.kind === 'break') return [new TextRun({ break: 1 })];
  if (inline.kind === 'dots') return [new TextRun({ children: [new Tab()] })];
  const { text, bold, italic } = inline;
  return [
    new TextRun({
      text,
      ...(bold && { bold }),
      ...(italic && { italics: italic }),
      ...(size && { size: size * 2 }),
    }),
  ];
}

/** A paragraph of no height whose upper border is the rule: it stays when words are changed, on screen and in print. */
function buildRule(
  { under, style, size = sizeOf(style), share, keepNext, after }: RuleBlock,
  width: number,
): Paragraph {
  const line = lastLineWidth(under, size, width / TWIPS_PER_POINT) * TWIPS_PER_POINT;
  const side = Math.round((width - line * share) / 2);
  return new Paragraph({
    style: 'rule',
    border: { top: RULE },
    indent: { left: side, right: side, firstLine: 0 },
    ...(keepNext && { keepNext }),
    ...(after !== undefined && { spacing: gap('after', after) }),
  });
}
