import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PrintDocument, toHtml } from '../../src/features/dossiers/printing/print-document';
import { roundDocuments } from '../../src/features/dossiers/documents/round-documents';
import { toWord } from '../../src/features/dossiers/word/word-document';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { type Docx, paragraph, readDocx, textOf, wordsOf } from './support/docx';
import { has, lookOf, styleIdOf } from './support/docx-look';
import {
  bare,
  columnsOf,
  headerOf,
  ruleAfter,
  tableWith,
  textWidth,
  withoutRepeatedHeads,
} from './support/docx-parts';
import { type Pdf, find, readPdfs, splitPage } from './support/pdf';
import { type XmlElement, all, first } from './support/read-xml';
import { loadCase, scratchFolder } from './support/round';

const FILES = ['awards/BK/to-trinh.pdf', 'awards/BK/danh-sach.pdf', 'nominations/tap-the/TT-01.pdf'];
const TWIPS_PER_MM = 1440 / 25.4;

/** A tab in Word. */
const DOTS_OF_A_BLANK = /^\.{4,}$/;

describe('the Word files of the Hưng Yên round, by Nghị định 30/2020/NĐ-CP, Phụ lục I', () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let words: Docx[];
  let pdfs: Pdf[];
  const [submission, list, dossier] = [0, 1, 2].map((at) => () => {
    const found = words[at];
    if (!found) throw new Error(`no ${FILES[at]}`);
    return found;
  }) as [() => Docx, () => Docx, () => Docx];

  beforeAll(async () => {
    folder = await scratchFolder();
    const data = await loadCase('hung-yen');
    const documents = roundDocuments(data)
      .map((pending) => pending())
      .filter(({ file }) => FILES.includes(file))
      .toSorted((a, b) => FILES.indexOf(a.file) - FILES.indexOf(b.file));
    words = await Promise.all(
      documents.map(async (document) => readDocx(await toWord(document, data.round.date))),
    );
    pdfs = await printed(folder.path, documents);
  });
  afterAll(() => folder.remove());

  test('the words are those of the PDF, in its order', () => {
    words.forEach(({ body }, at) => {
      const [pdf] = pdfs.slice(at, at + 1);
      if (!pdf) throw new Error(`no ${FILES[at]}`);
      const texts = pdf.pages.flatMap((one) => splitPage(one).body.map(({ text }) => text));
      const page = texts.filter((text) => !DOTS_OF_A_BLANK.test(text)).join('');
      expect(bare(withoutRepeatedHeads(page, body))).toBe(bare(textOf(body)));
    });
  });

  test('each document is a section on A4 with the margins of the PDF, that counts its own pages', () => {
    const sections = all(dossier().body, 'w:sectPr').map((section) => ({
      size: measures(first(section, 'w:pgSz'), ['w:w', 'w:h']),
      orientation: first(section, 'w:pgSz').attributes['w:orient'],
      margins: measures(first(section, 'w:pgMar'), ['w:top', 'w:right', 'w:bottom', 'w:left']),
      start: first(section, 'w:pgNumType').attributes['w:start'],
      first: all(section, 'w:titlePg').length,
    }));
    const usual = { margins: [21, 16, 21, 31], start: '1', first: 1 };
    expect(sections).toEqual([
      { ...usual, size: [210, 297], orientation: 'portrait' },
      { ...usual, size: [297, 210], orientation: 'landscape' },
    ]);
  });

  test('the page number stands in the middle of the top margin, upright, and not on the first page', () => {
    for (const section of all(dossier().body, 'w:sectPr')) {
      const header = (type: string) => headerOf(dossier(), section, type);
      const [number] = all(header('default'), 'w:p');
      if (!number) throw new Error('no paragraph');
      expect(all(header('default'), 'w:instrText').map(({ children }) => children)).toEqual([['PAGE']]);
      expect(lookOf(dossier(), number)).toMatchObject({
        align: 'center',
        size: 13,
        bold: false,
        italic: false,
      });
      expect(all(header('first'), 'w:instrText')).toEqual([]);
    }
  });

  test('everything is in Times New Roman and black, in Vietnamese', () => {
    const fonts = words.flatMap((docx) =>
      ['word/document.xml', 'word/header1.xml'].flatMap((part) =>
        all(docx.xml(part), 'w:p').map((one) => lookOf(docx, one).font),
      ),
    );
    expect([...new Set(fonts)]).toEqual(['Times New Roman']);
    expect(words.flatMap(({ body }) => all(body, 'w:color'))).toEqual([]);
    const [language] = all(first(submission().xml('word/styles.xml'), 'w:docDefaults'), 'w:lang');
    expect(language?.attributes['w:val']).toBe('vi-VN');
  });

  test('each element has its letters, size and place', () => {
    const look = (start: string) => {
      const { size, bold, italic, align } = lookOf(submission(), paragraph(submission().body, start));
      return [size, bold ? 'bold' : 'regular', italic ? 'italic' : 'upright', align].join(' ');
    };
    expect({
      superior: look('UBND TỈNH HƯNG YÊN'),
      issuer: look('SỞ KHOA HỌC VÀ CÔNG NGHỆ'),
      nation: look('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      motto: look('Độc lập - Tự do - Hạnh phúc'),
      number: look('Số:'),
      place: look('Hưng Yên, ngày'),
      type: look('TỜ TRÌNH'),
      abstract: look('Về việc đề nghị'),
      addressee: look('Kính gửi:'),
      grounds: look('Căn cứ Luật'),
      heading: look('1. Tập thể'),
      point: look('a) Phòng Quản lý Khoa học'),
      copiesTitle: look('Nơi nhận:'),
      copies: look('- Lưu: VT'),
      authority: look('GIÁM ĐỐC'),
      signer: look('Trần Tùng Chuẩn'),
    }).toEqual({
      superior: '12 regular upright center',
      issuer: '12 bold upright center',
      nation: '12 bold upright center',
      motto: '13 bold upright center',
      number: '13 regular upright center',
      place: '13 regular italic center',
      type: '13 bold upright center',
      abstract: '13 bold upright center',
      addressee: '13 regular upright center',
      grounds: '13 regular italic both',
      heading: '13 bold upright both',
      point: '13 regular upright both',
      copiesTitle: '12 bold italic left',
      copies: '11 regular upright left',
      authority: '13 bold upright center',
      signer: '13 bold upright center',
    });
  });

  test('paragraphs stand in 12,7 mm, 6 points apart, in lines of 1 to 1,5', () => {
    const bodies = words.flatMap((docx) =>
      all(docx.body, 'w:p')
        .filter((one) => ['body', 'grounds', 'note', 'Heading2', 'Heading3'].includes(styleIdOf(one) ?? ''))
        .map((one) => lookOf(docx, one)),
    );
    expect(bodies.length).toBeGreaterThan(50);
    for (const { firstLine, after, line } of bodies) {
      expect(firstLine).toBeCloseTo(36, 1);
      expect(after).toBeGreaterThanOrEqual(6);
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(1.5);
    }
  });

  test('the rule under the Tiêu ngữ is as long as it; those under issuer and abstract a third to a half', () => {
    const [, right = 0] = columnsOf(first(submission().body, 'w:tbl'));
    const [left = 0] = columnsOf(first(submission().body, 'w:tbl'));
    const [motto, issuer, abstract] = [
      ruleAfter(submission(), 'Độc lập', right),
      ruleAfter(submission(), 'SỞ KHOA HỌC', left),
      ruleAfter(submission(), 'Về việc', textWidth(submission())),
    ];
    const [page] = pdfs[0]?.pages ?? [];
    if (!page) throw new Error('no page');
    expect(Math.abs(motto / find(page, 'Độc lập').width - 1)).toBeLessThan(0.02);
    for (const [rule, start] of [
      [issuer, 'SỞ KHOA HỌC VÀ CÔNG NGHỆ'],
      [abstract, 'tiết kiệm, chống lãng phí'],
    ] as const) {
      expect(rule / find(page, start).width).toBeGreaterThan(1 / 3);
      expect(rule / find(page, start).width).toBeLessThan(1 / 2);
    }
  });

  test('a table fills the line, keeps the widths of its columns, repeats its head, and splits no row', () => {
    const table = tableWith(list(), 'Họ và tên');
    const width = textWidth(list());
    const shares = columnsOf(table).map((column) => Math.round((column / width) * 1000) / 10);
    expect(shares).toEqual([5, 15, 11, 21, 15, 12, 7.5, 6, 7.5]);
    const rows = all(table, 'w:tr');
    expect(rows.map((row) => has(row, 'w:tblHeader'))).toEqual(rows.map((_, at) => at === 0));
    for (const { body } of words)
      for (const row of all(body, 'w:tr')) expect(has(row, 'w:cantSplit')).toBe(true);
  });

  test('the heading of a group stays with the row after it', () => {
    const group = all(tableWith(list(), 'Họ và tên'), 'w:tr').find((row) => textOf(row).startsWith('I. '));
    if (!group) throw new Error('no group');
    expect(all(group, 'w:p').every((one) => has(one, 'w:keepNext'))).toBe(true);
    expect(all(group, 'w:gridSpan')[0]?.attributes['w:val']).toBe('9');
  });

  test('headings are the headings of Word, and stay with what they head', () => {
    const headings = all(dossier().body, 'w:p').filter((one) => styleIdOf(one)?.startsWith('Heading'));
    expect(headings.map((one) => `${styleIdOf(one)?.slice(-1)} ${wordsOf(one).slice(0, 24)}`)).toEqual(
      expect.arrayContaining([
        '1 BÁO CÁO THÀNH TÍCH',
        '2 I. SƠ LƯỢC ĐẶC ĐIỂM, TÌN',
        '3 6. Các biện pháp, nguyên',
        '1 PHIẾU CHẤM ĐIỂM',
      ]),
    );
    const below = headings.filter((one) => styleIdOf(one) !== 'Heading1');
    expect(below.every((one) => has(one, 'w:keepNext'))).toBe(true);
  });

  test('a signature block hangs together with the last words and the paragraph before them', () => {
    const paragraphs = all(submission().body, 'w:p');
    const from = paragraphs.indexOf(paragraph(submission().body, 'Hồ sơ gửi kèm gồm'));
    const signer = paragraphs.indexOf(paragraph(submission().body, 'Nơi nhận'));
    expect(from).toBeGreaterThan(0);
    expect(paragraphs.slice(from, signer).map((one) => has(one, 'w:keepNext'))).toEqual([true, true]);
    expect(all(tableWith(submission(), 'Nơi nhận'), 'w:tr')).toHaveLength(1);
  });

  test('a blank to be written on is a line of dots up to the margin', () => {
    const blank = paragraph(dossier().body, '1. Trụ sở chính');
    const tab = first(first(blank, 'w:pPr'), 'w:tab').attributes;
    expect([tab['w:val'], tab['w:leader']]).toEqual(['right', 'dot']);
    expect(Math.round(Number(tab['w:pos']) / TWIPS_PER_MM)).toBe(163);
  });
});

async function printed(folder: string, documents: readonly PrintDocument[]): Promise<Pdf[]> {
  const renderer = await PdfRenderer.open();
  try {
    const paths = documents.map((_, at) => join(folder, `${at}.pdf`));
    for (const [at, path] of paths.entries()) {
      const [document] = documents.slice(at, at + 1);
      if (document) await writeFile(path, await renderer.print(toHtml(document)));
    }
    return await readPdfs(paths);
  } finally {
    await renderer.close();
  }
}

function measures({ attributes }: XmlElement, names: readonly string[]): number[] {
  return names.map((name) => Math.round(Number(attributes[name]) / TWIPS_PER_MM));
}
