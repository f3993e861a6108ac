import { type AnyNode, isTag, isText } from 'domhandler';
import type { Inline } from './blocks';
import { type Place, isOf, placeIn } from './vocabulary';
import { xmlText } from './xml-text';

/** The words of a paragraph, with its bold and slanted parts, its line ends and its dots. */
export function readWords(nodes: readonly AnyNode[], place: Place): Inline[] {
  const inlines = nodes.flatMap((node) => wordsOf(node, place));
  return place.preserve ? inlines : collapsed(inlines);
}

/** The words over a rule; undefined where there is no rule. */
export function ruledWords(nodes: readonly AnyNode[]): string | undefined {
  for (const node of nodes.filter(isTag)) {
    const words = isOf(node, 'ruled') ? textOf(node.children) : ruledWords(node.children);
    if (words !== undefined) return words;
  }
  return undefined;
}

function wordsOf(node: AnyNode, place: Place): Inline[] {
  if (isText(node)) return [words(node.data, place)];
  if (!isTag(node)) return [];
  if (node.name === 'br') return [{ kind: 'break' }];
  const inner = node.children.flatMap((child) => wordsOf(child, placeIn(node, place)));
  return isOf(node, 'dots') ? [...inner, { kind: 'dots' }] : inner;
}

/** A no-break space that stands alone only holds a line open: a paragraph of Word stands without one. */
function words(data: string, { bold, italic }: Place): Inline {
  const text = xmlText(data);
  return { kind: 'words', text: text === '\u00a0' ? '' : text, bold, italic };
}

/** White space as HTML has it: one space between words, none at the ends of a line. */
function collapsed(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  let atStart = true;
  for (const inline of inlines) {
    if (inline.kind !== 'words') {
      trimEnd(result);
      result.push(inline);
      atStart = true;
      continue;
    }
    const text: string = inline.text.replace(/[ \t\n\r]+/g, ' ').replace(atStart ? /^ / : /(?!)/, '');
    if (text === '') continue;
    result.push({ ...inline, text });
    atStart = text.endsWith(' ');
  }
  trimEnd(result);
  return result;
}

function trimEnd(inlines: Inline[]): void {
  const last = inlines.at(-1);
  if (last?.kind === 'words') last.text = last.text.trimEnd();
}

/** The words of nodes, in one line. */
export function textOf(nodes: readonly AnyNode[]): string {
  const parts = nodes.map((node) => (isText(node) ? node.data : isTag(node) ? textOf(node.children) : ''));
  return xmlText(parts.join('')).replace(/\s+/g, ' ').trim();
}
