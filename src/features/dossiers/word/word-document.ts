import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type ISectionOptions,
  PageBorderOffsetFrom,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { DomainError } from '../../../domain/domain-error';
import type { PrintDocument } from '../printing/print-document';
import { templates } from '../printing/templates';
import type { SectionBlock } from './blocks';
import { buildBlocks } from './build-blocks';
import { coreProperties } from './core-properties';
import { HEADER, PAGE, marginsOf, textWidth } from './measures';
import { readBody } from './read-body';
import { stablePackage } from './stable-package';
import { wordStyles } from './styles';
import { xmlText } from './xml-text';

const FRAME_LINE = { style: BorderStyle.DOUBLE, size: 18, space: 28, color: '8F1D1D' } as const;
/** Round a certificate, a centimetre from the edge of the paper. */
const FRAME = {
  pageBorders: { offsetFrom: PageBorderOffsetFrom.PAGE },
  pageBorderTop: FRAME_LINE,
  pageBorderRight: FRAME_LINE,
  pageBorderBottom: FRAME_LINE,
  pageBorderLeft: FRAME_LINE,
};

/** Paragraphs and lines: a Word file is put together in the memory of the service, several kilobytes for each. */
const MOST_LINES = 50_000;

/** The Word file beside the PDF: the same name, and `.docx`. */
export async function wordFile(
  document: PrintDocument,
  day: string,
): Promise<{ file: string; bytes: Uint8Array }> {
  return { file: document.file.replace(/\.pdf$/, '.docx'), bytes: await toWord(document, day) };
}

/**
 * A document as Word file, made of the very HTML that is printed as PDF, dated `day` (`YYYY-MM-DD`). The same document
 * gives the same bytes. It refers to nothing outside itself. Throws `word-too-long`.
 */
export function toWord({ title, template, view }: PrintDocument, day: string): Promise<Uint8Array> {
  return wordOf(templates().render(template, view), title, day);
}

/** The Word file of an HTML body. Throws `word-too-long`. */
export async function wordOf(html: string, title: string, day: string): Promise<Uint8Array> {
  const lines = [...html.matchAll(/<(?:p|h[1-3]|br)\b/g)].length;
  if (lines > MOST_LINES) throw new DomainError('word-too-long', { lines, most: MOST_LINES });
  const file = new Document({
    title: xmlText(title),
    styles: wordStyles(),
    compatibility: { version: 15 },
    sections: readBody(html).map(buildSection),
  });
  return stablePackage(await Packer.pack(file, 'uint8array', undefined, [coreProperties(title, day)]));
}

function buildSection({ look, blocks }: SectionBlock): ISectionOptions {
  const isPortrait = look === 'portrait';
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      // The first page bears no number.
      titlePage: true,
      page: {
        size: {
          width: PAGE.short,
          height: PAGE.long,
          orientation: isPortrait ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: { ...marginsOf(look), header: HEADER, footer: HEADER },
        pageNumbers: { start: 1 },
        ...(look === 'certificate' && { borders: FRAME }),
      },
    },
    headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({ style: 'end' })] }) },
    children: buildBlocks(blocks, textWidth(look)),
  };
}

function pageNumber(): Header {
  const children = [new TextRun({ children: [PageNumber.CURRENT] })];
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}
