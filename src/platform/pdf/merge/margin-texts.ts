import type { PDFDocument, PDFFont, PDFRef } from '@cantoo/pdf-lib';
import type { StampText } from './merge-order';
import { qrDrawing } from './qr-drawing';
import { embedTinos } from './tinos';

const MM = 72 / 25.4;
/** All of it stands below 20 mm, the least margin that NĐ 30/2020 allows; with the white around the code. */
const QR = { size: 11 * MM, right: 16 * MM, bottom: 6 * MM };
/** Above the frame of a certificate, whose last lines stand to the left and to the right of the middle. */
const IN_FRAME = 20 * MM;
const SMALL = 7.5;
const HEADER = { size: 9, left: 10 * MM, top: 9 * MM };
const MOST_LETTERS = 400;

/** What is set into the margins of a merged document, in the type of the documents. */
export class MarginTexts {
  private constructor(
    private readonly font: PDFFont,
    readonly fontRef: PDFRef,
    /** One drawing for all pages. */
    readonly qr: PDFRef,
    private readonly stamp: StampText,
  ) {}

  static async embed(document: PDFDocument, stamp: StampText): Promise<MarginTexts> {
    const font = await embedTinos(document);
    const { context } = document;
    const drawing = context.flateStream(qrDrawing(stamp.qr, QR.size), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, QR.size, QR.size],
      Resources: {},
    });
    return new MarginTexts(font, font.ref, context.register(drawing), stamp);
  }

  /** Operators that draw code, texts and page number at the bottom. Names: `/Margin` the font, `/Qr` the code. */
  stampOn({ width }: { width: number }, number: number, count: number): string {
    const { lines, isFramed, pageOf } = this.stamp;
    const page = pageOf.replace('{page}', String(number)).replace('{pages}', String(count));
    const left = isFramed ? width / 2 - QR.size : width - QR.right - QR.size;
    const bottom = isFramed ? IN_FRAME : QR.bottom;
    const yOf = (line: number) => bottom + QR.size - (line + 1) * (SMALL + 2);
    const beside = (isFramed ? [...lines, page] : lines).map((line, at) => {
      const x = left - 2 * MM - this.font.widthOfTextAtSize(line, SMALL);
      return this.text(line, SMALL, x, yOf(at));
    });
    return [
      `q 1 0 0 1 ${fixed(left)} ${fixed(bottom)} cm /Qr Do Q`,
      ...beside,
      ...(isFramed ? [] : [this.text(page, SMALL, 31 * MM, yOf(0))]),
    ].join('\n');
  }

  /** One line above the page, cut where it would not fit, with a rule under it. */
  headerOn({ width, height }: { width: number; height: number }, header: string): string {
    const y = height - HEADER.top;
    const room = width - 2 * HEADER.left;
    const line = `${fixed(HEADER.left)} ${fixed(y - 4)} m ${fixed(HEADER.left + room)} ${fixed(y - 4)} l`;
    return `${this.text(this.cut(header, room), HEADER.size, HEADER.left, y)}\nq 0.5 w ${line} S Q`;
  }

  private cut(text: string, room: number): string {
    const letters = [...text.normalize('NFC')].slice(0, MOST_LETTERS);
    const fits = (count: number) =>
      this.font.widthOfTextAtSize(letters.slice(0, count).join(''), HEADER.size) <= room - 10;
    if (fits(letters.length)) return letters.join('');
    let [least, most] = [0, letters.length];
    while (least < most) {
      const middle = (least + most + 1) >> 1;
      if (fits(middle)) least = middle;
      else most = middle - 1;
    }
    return `${letters.slice(0, least).join('').trimEnd()}…`;
  }

  private text(text: string, size: number, x: number, y: number): string {
    const shown = this.font.encodeText(text.normalize('NFC')).toString();
    return `BT 0 g /Margin ${size} Tf ${fixed(x)} ${fixed(y)} Td ${shown} Tj ET`;
  }
}

function fixed(value: number): string {
  return String(Number(value.toFixed(3)));
}
