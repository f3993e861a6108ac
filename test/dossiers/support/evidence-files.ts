import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, StandardFonts, degrees, rgb } from '@cantoo/pdf-lib';
import type { EvidencePiece, EvidenceSource } from '../../../src/features/dossiers/bundle/evidence-source';
import type { FileType } from '../../../src/features/evidence/file-type';

export interface GivenFile {
  title: string;
  type: FileType;
  bytes: Buffer;
  criterion: string;
}

/** Evidence that lies in memory, the same for every nomination. */
export function evidenceWith(
  files: readonly GivenFile[],
  listed: readonly EvidencePiece[] = [],
): EvidenceSource {
  const kept = new Map(files.map(({ bytes }) => [digestOf(bytes), bytes]));
  const origin = { version: 3, auditHead: '0123456789abcdef'.repeat(4) };
  const pieces = files.map(({ title, type, bytes, criterion }) => ({
    criterion,
    title,
    file: { sha256: digestOf(bytes), bytes: bytes.length, type, name: `${title}.${type}` },
  }));
  return {
    piecesOf: () => [...pieces, ...listed],
    read: (sha256) => {
      const bytes = kept.get(sha256);
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error('not there'));
    },
    originOf: () => origin,
    papers: origin,
    origin,
  };
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Pages of some sizes, each with a frame at its edges and its number as text. */
export async function plainPdf(
  ...pages: { width: number; height: number; turned?: number }[]
): Promise<Buffer> {
  return Buffer.from(await (await drawn(pages)).save());
}

async function drawn(
  pages: readonly { width: number; height: number; turned?: number }[],
): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  pages.forEach(({ width, height, turned = 0 }, at) => {
    const page = document.addPage([width, height]);
    page.drawRectangle({
      x: 1,
      y: 1,
      width: width - 2,
      height: height - 2,
      borderWidth: 2,
      borderColor: rgb(1, 0, 0),
    });
    page.drawText(`evidence page ${at + 1}`, { x: 20, y: height - 40, size: 12, font });
    page.setRotation(degrees(turned));
  });
  return document;
}

const A4 = { width: 595, height: 842 };

/** A page, and everything that a document can do beside being read. */
export async function activePdf(): Promise<Buffer> {
  const document = await drawn([A4]);
  const { context, catalog } = document;
  document.addJavaScript('go', 'app.launchURL("http://evil.example")');
  await document.attach(Buffer.from('MZ'), 'evil.exe', { mimeType: 'application/x-msdownload' });
  catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'Launch', F: 'calc.exe' }));
  const field = document.getForm().createTextField('ten');
  field.setText('Da dien');
  field.addToPage(document.getPage(0), { x: 50, y: 500, width: 200, height: 30 });
  return Buffer.from(await document.save());
}

export async function lockedPdf(userPassword: string): Promise<Buffer> {
  const document = await drawn([A4]);
  document.encrypt({ userPassword, ownerPassword: 'chu-so-huu' });
  return Buffer.from(await document.save());
}

/** A file written by hand, for what no library would write. */
export function rawPdf(objects: readonly string[], trailer = '/Root 1 0 R'): Buffer {
  const body = objects.map((text, at) => `${at + 1} 0 obj\n${text}\nendobj\n`).join('');
  return Buffer.from(
    `%PDF-1.7\n${body}trailer\n<< ${trailer} /Size ${objects.length + 1} >>\n%%EOF\n`,
    'latin1',
  );
}

/** Objects packed into a stream that unfolds to so many megabytes. */
export function bombPdf(megabytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20));
  const head = `3 0 obj\n<< /Type /ObjStm /N 1 /First 8 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([
    Buffer.from(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n',
    ),
    Buffer.from(head),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n'),
  ]);
}

/** A picture in one colour, or a head that claims another size. */
export function png(width: number, height: number, claimed = { width, height }): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height, 0x80);
  for (let row = 0; row < height; row += 1) rows[row * (width * 3 + 1)] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claimed.width, 0);
  header.writeUInt32BE(claimed.height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
