import { type AnyNode, type Element, isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import {
  type Block,
  emptyParagraph,
  type ParagraphBlock,
  type RuleBlock,
  type SectionBlock,
  keepTogether,
  keepWithNext,
} from './blocks';
import { readChart } from './read-chart';
import { readTable, twoColumns } from './read-table';
import { readWords, ruledWords } from './read-words';
import { type Place, START, isOf, isRestOfChart, placeIn } from './vocabulary';

const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'figcaption', 'title', 'desc', 'text']);
const CONTAINERS = new Set(['section', 'div', 'table', 'figure', 'svg', ...PARAGRAPHS]);
const KEPT_WHOLE = ['ending', 'signed', 'whole', 'blanks', 'chart'];
/** Points below a title, above a signature, and below a table. */
const WIDE_GAP = 12;
/** Above the signature of a certificate, which stands at its foot; one of many words has no room for it. */
const CERTIFICATE_GAP = 48;
const GAP = 6.75;

/** The HTML body of a file as what Word is made of: a section for each document. No text is lost, known or not. */
export function readBody(html: string): SectionBlock[] {
  return parseDocument(html, { withStartIndices: true })
    .children.map(readSection)
    .filter(({ blocks }) => blocks.length > 0);
}

function readSection(node: AnyNode): SectionBlock {
  if (!isTag(node) || node.name !== 'section') return { look: 'portrait', blocks: readBlocks([node], START) };
  return { look: lookOf(node), blocks: readBlocks(node.children, placeIn(node, START)) };
}

function lookOf(section: Element): SectionBlock['look'] {
  if (isOf(section, 'certificate')) return 'certificate';
  return isOf(section, 'landscape') ? 'landscape' : 'portrait';
}

/** Words that stand beside paragraphs make a paragraph of their own. */
function readBlocks(nodes: readonly AnyNode[], place: Place): Block[] {
  const blocks: Block[] = [];
  let loose: AnyNode[] = [];
  const close = () => {
    const [paragraph] = [readParagraph(loose, place)];
    if (paragraph.inlines.length > 0) blocks.push(paragraph);
    loose = [];
  };
  for (const node of nodes) {
    if (!holdsBlocks(node)) {
      loose.push(node);
      continue;
    }
    close();
    append(blocks, node, readElement(node, place));
  }
  close();
  return blocks;
}

/** Adds the blocks of an element, and gives those before it the gap and the tie that it asks for. */
function append(blocks: Block[], element: Element, added: readonly Block[]): void {
  const before = blocks.at(-1);
  const [first] = added;
  if (isOf(element, 'ending')) keepWithNext(before);
  if (isOf(element, 'signature') && isSpaced(before))
    before.after = isOpenDetail(before) ? CERTIFICATE_GAP : WIDE_GAP;
  if (before?.kind === 'table' && before.look === 'ruled' && first?.kind === 'paragraph') first.before = GAP;
  blocks.push(...added);
}

function holdsBlocks(node: AnyNode): node is Element {
  return isTag(node) && (CONTAINERS.has(node.name) || node.children.some(holdsBlocks));
}

function readElement(element: Element, around: Place): Block[] {
  if (element.name === 'table') return readTable(element, around, readBlocks);
  const place = placeIn(element, around);
  if (isRestOfChart(element)) return [];
  const chart = element.name === 'svg' && readChart(element);
  if (chart) return [chart];
  if (PARAGRAPHS.has(element.name)) return paragraphAndRule(element, place);
  const blocks = readBlocks(element.children, place);
  if (isOf(element, 'nominee')) return [twoColumns(blocks)];
  if (isOf(element, 'title')) spaceBelow(blocks.at(-1));
  if (KEPT_WHOLE.some((name) => isOf(element, name))) keepTogether(blocks);
  return blocks;
}

/** Whether a block has a gap of its own below it. */
function isSpaced(block: Block | undefined): block is ParagraphBlock | RuleBlock {
  return block?.kind === 'paragraph' || block?.kind === 'rule';
}

/** The last words of a certificate whose letters have their usual size. */
function isOpenDetail({ style, size }: ParagraphBlock | RuleBlock): boolean {
  return style === 'detail' && size === undefined;
}

function spaceBelow(block: Block | undefined): void {
  if (isSpaced(block)) block.after = WIDE_GAP;
}

function paragraphAndRule({ children }: Element, place: Place): Block[] {
  const paragraph = readParagraph(children, place);
  const under = ruledWords(children);
  if (under === undefined) return [paragraph];
  // As long as the Tiêu ngữ; a third to a half of any other line.
  const share = place.style === 'motto' ? 1 : 0.45;
  const { style, keepNext, size } = paragraph;
  return [
    { ...paragraph, after: 0, keepNext: true },
    { kind: 'rule', under, style, share, keepNext, ...(size !== undefined && { size }) },
  ];
}

function readParagraph(nodes: readonly AnyNode[], place: Place): ParagraphBlock {
  return { ...emptyParagraph(place), inlines: readWords(nodes, place) };
}
