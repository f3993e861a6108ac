import { type Docx, paragraph, textOf } from './docx';
import { has } from './docx-look';
import { type XmlElement, all, first } from './read-xml';

/** The header of a section: `default` or `first`. */
export function headerOf(docx: Docx, section: XmlElement, type: string): XmlElement {
  const id = all(section, 'w:headerReference').find(({ attributes }) => attributes['w:type'] === type)
    ?.attributes['r:id'];
  const target = all(docx.xml('word/_rels/document.xml.rels'), 'Relationship').find(
    ({ attributes }) => attributes['Id'] === id,
  )?.attributes['Target'];
  return docx.xml(`word/${target}`);
}

/** The widths of the columns of a table, in twips. */
export function columnsOf(table: XmlElement): number[] {
  return all(first(table, 'w:tblGrid'), 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
}

/** The first table that holds these words. */
export function tableWith(docx: Docx, words: string): XmlElement {
  const found = all(docx.body, 'w:tbl').find((table) => textOf(table).includes(words));
  if (!found) throw new Error(`no table with ${words}`);
  return found;
}

/** Twips between the margins of the first section. */
export function textWidth({ body }: Docx): number {
  const { attributes: size } = first(body, 'w:pgSz');
  const { attributes: margin } = first(body, 'w:pgMar');
  return Number(size['w:w']) - Number(margin['w:left']) - Number(margin['w:right']);
}

/** The length in points of the rule under a paragraph, in lines of `width` twips. */
export function ruleAfter({ body }: Docx, start: string, width: number): number {
  const paragraphs = all(body, 'w:p');
  const [rule] = paragraphs.slice(paragraphs.indexOf(paragraph(body, start)) + 1);
  if (!rule || !has(rule, 'w:pBdr')) throw new Error(`no rule under ${start}`);
  const { attributes } = first(rule, 'w:ind');
  return (width - Number(attributes['w:left']) - Number(attributes['w:right'])) / 20;
}

/** Without the white space that lines, cells and blanks have. */
export function bare(text: string): string {
  return text.replace(/[\s\u00a0]+/g, '');
}

/** Heads of tables stand once in Word, which repeats them by itself, and on each page in a PDF. */
export function withoutRepeatedHeads(page: string, body: XmlElement): string {
  return all(body, 'w:tr')
    .filter((row) => has(row, 'w:tblHeader'))
    .map((row) => bare(textOf(row)))
    .reduce((text, head) => {
      const [before = '', ...after] = text.split(head);
      return after.length > 0 ? `${before}${head}${after.join('')}` : text;
    }, bare(page));
}
