import { createHash } from 'node:crypto';
import type { FileType } from '../../../src/features/evidence/file-type';
import type { EvidencePiece, EvidenceSource } from '../../../src/features/dossiers/bundle/evidence-source';
import { docx, xlsx } from '../../evidence/support/files';
import { foldedChunk, jpegOf, pngWith } from './hostile-images';
import * as pdfs from './hostile-pdfs';

/** What somebody sent, and what becomes of it: its pages, or the reason why there are none. */
export interface Sample {
  what: string;
  type: FileType;
  bytes: Buffer;
  /** Codes of `bundle.reason.…`; `pages` where it is merged. More than one where machines differ in time and memory. */
  becomes: readonly string[];
  /** Kinds of `bundle.part.…` that were left behind. */
  left?: readonly string[];
  /** Words that its pages show. */
  shows?: string;
}

const { A4, folded, onePage, rawPdf, saying, stream } = pdfs;

export async function samples(address: string, secret: string): Promise<Sample[]> {
  const whole = saying('NGUYEN VEN');
  const pdf = (
    what: string,
    bytes: Buffer,
    becomes: string | string[],
    more: Partial<Sample> = {},
  ): Sample => ({
    what,
    type: 'pdf',
    bytes,
    becomes: [becomes].flat(),
    ...more,
  });
  const acts = ['embedded-file', 'launch', 'open-action', 'script', 'submission', 'xfa'];
  return [
    pdf('acts', pdfs.acting(address, secret), 'pages', { left: acts, shows: 'CO LENH' }),
    pdf('fetches', pdfs.fetching(address, secret), 'pages'),
    pdf('has a password', await pdfs.locked({ userPassword: 'a', ownerPassword: 'b' }), 'needs-password'),
    pdf('may not be changed', await pdfs.locked({ ownerPassword: 'b' }), 'pages', { shows: 'CO KHOA' }),
    pdf('leads in circles', circles(), 'pages', { shows: 'VONG' }),
    pdf('draws itself', drawsItself(), 'pages'),
    pdf('nests deep', onePage(`${A4} /Contents 4 0 R /X ${'['.repeat(100_000)}`), [
      'pages',
      'broken',
      'without-pages',
    ]),
    pdf('has 100,000 objects', manyObjects(100_000), ['pages', 'too-heavy']),
    pdf('unfolds when drawn', await pdfs.contentBomb(1), 'too-heavy'),
    pdf('unfolds twice', await pdfs.contentBomb(2), 'too-heavy'),
    pdf('draws ten drawings ten times each, ten levels deep', pdfs.nestedForms(10), 'too-heavy'),
    pdf('has a drawing of 100 megabytes', pdfs.longPage(100), 'too-heavy'),
    pdf('has a wrong table of places', pdfs.misplaced('LAC CHO'), 'pages', { shows: 'LAC CHO' }),
    pdf('shows a picture that unfolds', await pdfs.pictureBomb(), 'too-heavy'),
    pdf('hides objects in a bomb', await pdfs.objectBomb(), ['too-heavy', 'broken', 'pages']),
    pdf('breaks off', whole.subarray(0, whole.length - 260), ['broken', 'without-pages', 'pages']),
    pdf('is no PDF', Buffer.from(`%PDF-1.7\n${'\u0001\u00ff(<<['.repeat(9_000)}\n%%EOF`, 'latin1'), 'broken'),
    pdf(
      'has no pages',
      rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']),
      'without-pages',
    ),
    pdf('has 20,000 pages', pdfs.manyPages(20_000), 'too-many-pages'),
    ...SIZES.map((size) => pdf(`is of the size ${size}`, saying('KHO LA', size), 'pages')),
    pdf(
      'lacks what it draws with',
      onePage(`${A4} /Contents 4 0 R`, [stream('/F 9 Tf (x) Tj /X Do')]),
      'pages',
    ),
    {
      what: 'is 30,000 × 30,000',
      type: 'png',
      bytes: pngWith([], { width: 30_000, height: 30_000, rows: Buffer.alloc(9) }),
      becomes: ['image-too-large'],
    },
    {
      what: 'is 30,000 × 30,000 as a photo',
      type: 'jpeg',
      bytes: jpegOf({ width: 30_000, height: 30_000 }),
      becomes: ['image-too-large'],
    },
    {
      what: 'is 65,535 × 65,535',
      type: 'jpeg',
      bytes: jpegOf({ width: 65_535, height: 65_535 }),
      becomes: ['image-too-large'],
    },
    { what: 'is of no size', type: 'png', bytes: pngWith([], { width: 0, height: 0 }), becomes: ['broken'] },
    { what: 'breaks off as a picture', type: 'png', bytes: pngWith([]).subarray(0, 40), becomes: ['broken'] },
    {
      what: 'is no picture',
      type: 'jpeg',
      bytes: Buffer.from('\xff\xd8xin chào', 'latin1'),
      becomes: ['broken'],
    },
    {
      what: 'has a comment that unfolds',
      type: 'png',
      bytes: pngWith([await foldedChunk('zTXt', 400)]),
      becomes: ['pages', 'too-heavy', 'broken'],
    },
    {
      what: 'has a profile that unfolds',
      type: 'png',
      bytes: pngWith([await foldedChunk('iCCP', 400)]),
      becomes: ['pages', 'too-heavy', 'broken'],
    },
    {
      what: 'has more rows than it says',
      type: 'png',
      bytes: pngWith([], { rows: await folded(200, 1) }),
      becomes: ['pages', 'too-heavy', 'broken'],
    },
    {
      what: 'is progressive',
      type: 'jpeg',
      bytes: jpegOf({ width: 640, height: 480, frame: 0xc2 }),
      becomes: ['pages'],
    },
    {
      what: 'is in the colours of print',
      type: 'jpeg',
      bytes: jpegOf({ width: 640, height: 480, components: 4 }),
      becomes: ['pages'],
    },
    {
      what: 'was held upside down',
      type: 'jpeg',
      bytes: jpegOf({ width: 640, height: 480, orientation: 6 }),
      becomes: ['pages'],
    },
    ...[docx(bomb), xlsx(bomb)].map((bytes, at): Sample => ({
      what: 'unfolds as an office file',
      type: at === 0 ? 'docx' : 'xlsx',
      bytes,
      becomes: ['attached'],
    })),
    ...['', 'a', 'b'].map((content): Sample => ({
      what: `is a Word file ${content}`,
      type: 'docx',
      bytes: docx({ name: 'x', content }),
      becomes: ['attached'],
    })),
  ];
}

const bomb = { name: 'word/media/a.bin', content: Buffer.alloc(100_000_000) };

const SIZES = [
  '/MediaBox [0 0 0 0]',
  '/MediaBox [0 0 1000000000 1000000000]',
  '/MediaBox [-999999999 9 9 999999999]',
  '/MediaBox [0 0 10 99999]',
  '/MediaBox [(a) /b null true]',
  `${A4} /Rotate 45.5 /UserUnit -3`,
  `${A4} /CropBox [900 900 901 901] /UserUnit 75000`,
  '',
];

function circles(): Buffer {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R 2 0 R 3 0 R << /Kids [2 0 R] >>] /Count 9 >>',
    `<< /Type /Page /Parent 3 0 R ${A4} /Contents [4 0 R 6 0 R] /Resources 5 0 R /Annots 6 0 R >>`,
    stream('BT /F 24 Tf 50 700 Td (VONG) Tj ET', '/Next 4 0 R'),
    '<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /Self 5 0 R >>',
    '[6 0 R 6 0 R]',
  ]);
}

function drawsItself(): Buffer {
  const form = '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>';
  return onePage(`${A4} /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>`, [
    stream('/X Do'),
    stream('/X Do', form),
  ]);
}

function manyObjects(count: number): Buffer {
  return saying(
    'NHIEU',
    A4,
    Array.from({ length: count }, () => '<< /A [1 2 3] >>'),
  );
}

/** Names as nobody should be able to give them: the store cleans them, and what reads from it does not rely on that. */
const NAMES = [
  '../../x',
  '/etc/passwd',
  'C:\\con.pdf',
  'CON',
  '\u202Egpj.exe',
  `${'dài '.repeat(75)}.pdf`,
  'hai\ndòng\u202efdp.exe',
  '<b>"&',
];

/**
 * Each sample as a piece of evidence of one nomination, under a hostile name; and a paper without a file for each of the
 * `words`.
 */
export function sourceOf(all: readonly Sample[], nominee: string, words: readonly string[]): EvidenceSource {
  const origin = { version: 1, auditHead: 'ab'.repeat(32) };
  const stored = new Map(all.map((sample) => [digestOf(sample), sample]));
  const pieces = all.map((sample, at): EvidencePiece => ({
    criterion: 'a',
    title: sample.what,
    document: NAMES[at % NAMES.length],
    fileName: NAMES[at % NAMES.length],
    file: {
      sha256: digestOf(sample),
      bytes: sample.bytes.length,
      type: sample.type,
      name: NAMES[at % NAMES.length] ?? '',
    },
  }));
  const listed = words.map((word) => ({ criterion: 'a', title: word, document: word, fileName: word }));
  return {
    piecesOf: ({ code }) => (code === nominee ? [...pieces, ...listed] : []),
    read: async (sha256) => stored.get(sha256)?.bytes ?? Promise.reject(new Error('no such file')),
    originOf: () => origin,
    papers: origin,
    origin,
  };
}

function digestOf({ bytes }: Sample): string {
  return createHash('sha256').update(bytes).digest('hex');
}
