import type { Docx } from './docx';
import { type XmlElement, all, first } from './read-xml';

/** How a paragraph of Word looks, once its styles are followed. */
export interface Look {
  font: string | undefined;
  /** Points. */
  size: number;
  bold: boolean;
  italic: boolean;
  align: string | undefined;
  /** Points. */
  firstLine: number;
  after: number;
  /** In lines of the letters; exact lines are 0. */
  line: number;
}

/** The look of a paragraph and of its first words. */
export function lookOf(docx: Docx, paragraph: XmlElement): Look {
  const chain = [
    first(docx.xml('word/styles.xml'), 'w:docDefaults'),
    ...stylesOf(docx, paragraph),
    ...directOf(paragraph),
  ];
  const found = (name: string) => chain.flatMap((part) => all(part, name).slice(0, 1));
  const last = (name: string, attribute: string) =>
    found(name).findLast(({ attributes }) => attributes[attribute] !== undefined)?.attributes[attribute];
  const isOn = (name: string) => {
    const element = found(name).at(-1);
    return element !== undefined && element.attributes['w:val'] !== 'false';
  };
  return {
    font: last('w:rFonts', 'w:hAnsi'),
    size: Number(last('w:sz', 'w:val')) / 2,
    bold: isOn('w:b'),
    italic: isOn('w:i'),
    align: last('w:jc', 'w:val'),
    firstLine: Number(last('w:ind', 'w:firstLine') ?? 0) / 20,
    after: Number(last('w:spacing', 'w:after') ?? 0) / 20,
    line: last('w:spacing', 'w:lineRule') === 'exact' ? 0 : Number(last('w:spacing', 'w:line') ?? 240) / 240,
  };
}

/** The id of the style of a paragraph. */
export function styleIdOf(paragraph: XmlElement): string | undefined {
  return all(paragraph, 'w:pStyle')[0]?.attributes['w:val'];
}

/** Whether a paragraph has a property of its own: `w:keepNext`. */
export function has(paragraph: XmlElement, property: string): boolean {
  return all(paragraph, property).length > 0;
}

/** From the style that all others are based on to that of the paragraph. */
function stylesOf(docx: Docx, paragraph: XmlElement): XmlElement[] {
  const styles = all(docx.xml('word/styles.xml'), 'w:style');
  const chain: XmlElement[] = [];
  let id = styleIdOf(paragraph) ?? 'Normal';
  for (;;) {
    const style = styles.find(({ attributes }) => attributes['w:styleId'] === id);
    if (!style) throw new Error(`no style ${id}`);
    chain.unshift(style);
    const [base] = all(style, 'w:basedOn');
    if (!base) return chain;
    id = base.attributes['w:val'] ?? '';
  }
}

function directOf(paragraph: XmlElement): XmlElement[] {
  return [...all(paragraph, 'w:pPr'), ...all(paragraph, 'w:rPr').slice(0, 1)];
}
