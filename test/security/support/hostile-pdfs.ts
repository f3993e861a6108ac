import { Readable } from 'node:stream';
import { createDeflate, deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

const MEGABYTE = 1024 * 1024;

/** A PDF of these objects, numbered from 1; the first is the catalog. Without a table of places: readers find them. */
export function rawPdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts = objects.flatMap((object, at) => [`${at + 1} 0 obj\n`, object, '\nendobj\n']);
  const whole = ['%PDF-1.7\n', ...parts, `trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`];
  return Buffer.concat(whole.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}

export function stream(bytes: Buffer | string, entries = ''): Buffer {
  const body = Buffer.from(bytes);
  return Buffer.concat([
    Buffer.from(`<< /Length ${body.length} ${entries} >>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ]);
}

/** One page with these entries; `more` are the objects from 4 on. */
export function onePage(page: string, more: readonly (string | Buffer)[] = [], catalog = ''): Buffer {
  return rawPdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${page} >>`,
    ...more,
  ]);
}

export const A4 = '/MediaBox [0 0 595 842]';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** A page that says `text` and has more entries beside. */
export function saying(
  text: string,
  page = A4,
  more: readonly (string | Buffer)[] = [],
  catalog = '',
): Buffer {
  const content = stream(`BT /AA 24 Tf 50 700 Td (${text}) Tj ET`);
  return onePage(
    `${page} /Contents 4 0 R /Resources << /Font << /AA 5 0 R >> >>`,
    [content, FONT, ...more],
    catalog,
  );
}

/** Everything that a document can do when it is opened, looked at or clicked. */
export function acting(address: string, file: string): Buffer {
  const script = `<< /S /JavaScript /JS (app.launchURL\\('${address}/js'\\)) >>`;
  const annotations = [
    `<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (${address}/uri) >> >>`,
    `<< /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (${file}) >> >>`,
    `<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (${file}) /D [0 /Fit] >> >>`,
    `<< /Subtype /Widget /FT /Btn /Rect [0 0 9 9] /A << /S /SubmitForm /F << /FS /URL /F (${address}/form) >> >> /AA << /E ${script} >> >>`,
  ];
  return saying(
    'CO LENH',
    `${A4} /AA << /O ${script} >> /Annots [${annotations.join(' ')}]`,
    [
      stream('<xdp/>'),
      '<< /Type /Filespec /F (la.exe) /EF << /F 8 0 R >> >>',
      stream('MZ', '/Type /EmbeddedFile'),
    ],
    `/OpenAction ${script} /AA << /WC ${script} >> /AcroForm << /Fields [] /XFA 6 0 R >> ` +
      `/Names << /JavaScript << /Names [(a) ${script}] >> /EmbeddedFiles << /Names [(la.exe) 7 0 R] >> >>`,
  );
}

/** Content, pictures and drawings whose bytes are to be read from elsewhere. */
export function fetching(address: string, file: string): Buffer {
  const outside = `/F << /FS /URL /F (${address}/stream) >> /FFilter /FlateDecode`;
  return onePage(`${A4} /Contents [4 0 R 6 0 R] /Resources << /XObject << /X 5 0 R /Y 7 0 R >> >>`, [
    stream('/X Do /Y Do', outside),
    stream(
      '',
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (${file}) /Page 0 >> /OPI << /2.0 << /F (${file}) >> >>`,
    ),
    stream('', `/F (${file})`),
    stream('', `/Type /XObject /Subtype /Image /Width 1 /Height 1 /F (${file})`),
  ]);
}

export async function locked(passwords: { userPassword?: string; ownerPassword: string }): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawText('CO KHOA', { font: await document.embedFont(StandardFonts.Helvetica) });
  document.encrypt(passwords);
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** A few hundred kilobytes, or less, that unfold to so many megabytes; packed so many times. */
export async function folded(megabytes: number, times: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const packer = Readable.from(blanks(megabytes)).pipe(createDeflate({ level: 9 }));
  for await (const chunk of packer) chunks.push(chunk as Buffer);
  let bytes: Buffer = Buffer.concat(chunks);
  for (let time = 1; time < times; time += 1) bytes = deflateSync(bytes, { level: 9 });
  return bytes;
}

/** One after the other: the bombs weigh nothing here. */
function* blanks(megabytes: number): Generator<Buffer> {
  const blank = Buffer.alloc(MEGABYTE, ' ');
  for (let at = 0; at < megabytes; at += 1) yield blank;
}

const flate = (times: number) => `/Filter [${'/FlateDecode '.repeat(times)}]`;

export async function contentBomb(times: number): Promise<Buffer> {
  return onePage(`${A4} /Contents 4 0 R`, [stream(await folded(400, times), flate(times))]);
}

export async function pictureBomb(): Promise<Buffer> {
  const bytes = stream(
    await folded(400, 1),
    `/Type /XObject /Subtype /Image /Width 20000 /Height 20000 /BitsPerComponent 8 /ColorSpace /DeviceGray ${flate(1)}`,
  );
  return onePage(`${A4} /Contents 5 0 R /Resources << /XObject << /X 4 0 R >> >>`, [bytes, stream('/X Do')]);
}

/** A bomb in the place where a reader looks for the objects themselves. */
export async function objectBomb(): Promise<Buffer> {
  return onePage(A4, [stream(await folded(1500, 1), `/Type /ObjStm /N 1 /First 4 ${flate(1)}`)]);
}

export function manyPages(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, at) => `${at + 3} 0 R`).join(' ');
  const page = `<< /Type /Page /Parent 2 0 R ${A4} >>`;
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    ...Array.from({ length: count }, () => page),
  ]);
}

/** A page that draws a form ten times, which draws another ten times, and so on. */
export function nestedForms(levels: number): Buffer {
  const draws = '/F Do '.repeat(10);
  const forms = (number: number) => `/Resources << /XObject << /F ${number} 0 R >> >>`;
  const form = (level: number) =>
    stream(
      level < levels ? draws : '0 0 1 1 re f',
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${level < levels ? forms(5 + level) : ''}`,
    );
  return onePage(`${A4} /Contents 4 0 R ${forms(5)}`, [
    stream(draws),
    ...Array.from({ length: levels }, (_, at) => form(at + 1)),
  ]);
}

/** A page whose drawing is short in the file. */
export function longPage(megabytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * MEGABYTE, ' '));
  return onePage(`${A4} /Contents 4 0 R`, [stream(packed, '/Filter /FlateDecode')]);
}

/** A whole file with a table of places that is wrong in each of them, and is not where it is said to be. */
export function misplaced(text: string): Buffer {
  const rows = Array.from({ length: 6 }, (_, at) => `${String(at * 7777).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 6\n${rows.join('')}trailer << /Root 3 0 R /Size 6 >>\nstartxref\n4\n%%EOF\n`;
  return Buffer.concat([saying(text), Buffer.from(table)]);
}
