import { join } from 'node:path';
import { renderRound } from '../../src/features/dossiers/bundle/render-round';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { points } from './support/decree-30-places';
import { isInChart, lineAbove, marginsOf, middle, shortRules } from './support/measures';
import {
  type Page,
  type Pdf,
  find,
  isFirstPage,
  millimetres,
  readPdfs,
  splitPage,
  textOf,
} from './support/pdf';
import { loadCase, scratchFolder } from './support/round';

describe('documents of the Hưng Yên round, by Nghị định 30/2020/NĐ-CP, Phụ lục I', () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let files: string[];
  /** Certificates are no administrative papers: they have a layout of their own (certificate.spec.ts). */
  let papers: string[];
  let pdfs: Pdf[];
  const pages = () => pdfs.flatMap((pdf) => pdf.pages);
  const firstPages = () => pages().filter(isFirstPage);

  beforeAll(async () => {
    folder = await scratchFolder();
    const renderer = await PdfRenderer.open();
    try {
      ({ files } = await renderRound(await loadCase('hung-yen'), folder.path, { renderer }));
    } finally {
      await renderer.close();
    }
    papers = files.filter((file) => !file.endsWith('giay-khen.pdf'));
    pdfs = await readPdfs(papers.map((file) => join(folder.path, file)));
  });
  afterAll(() => folder.remove());

  test('one dossier for each nomination, one tờ trình and one list for each award, decision and certificates for the own one, minutes, report, and a notice for each unit', () => {
    expect(files.filter((file) => file.startsWith('nominations/'))).toHaveLength(16);
    expect(files.filter((file) => file.startsWith('awards/'))).toEqual([
      'awards/BK/to-trinh.pdf',
      'awards/BK/danh-sach.pdf',
      'awards/GK/to-trinh.pdf',
      'awards/GK/danh-sach.pdf',
      'awards/GK/quyet-dinh.pdf',
      'awards/GK/giay-khen.pdf',
    ]);
    expect(files.slice(16 + 6, 16 + 8)).toEqual(['bien-ban.pdf', 'bao-cao.pdf']);
    expect(files.slice(16 + 8).every((file) => /^notices\/[\w-]+\.pdf$/.test(file))).toBe(true);
  });

  test('every page is A4', () => {
    const sizes = new Set(
      pages().map(({ width, height }) =>
        [width, height].map((side) => Math.round(millimetres(side))).join('×'),
      ),
    );
    expect([...sizes].toSorted()).toEqual(['210×297', '297×210']);
  });

  test('text keeps to the margins: 20–25 mm above and below, 30–35 left, 15–20 right', () => {
    for (const page of pages())
      expect(marginsOf(page)).toEqual({ left: true, right: true, top: true, bottom: true });
  });

  test('a first page bears no number, the others theirs, 13 points upright, in the middle of the top margin', () => {
    for (const { pages: all } of pdfs) {
      let number = 0;
      for (const page of all) {
        number = isFirstPage(page) ? 1 : number + 1;
        const { margin } = splitPage(page);
        expect(margin.map(({ text }) => text.trim()).filter(Boolean)).toEqual(
          number === 1 ? [] : [String(number)],
        );
        for (const text of margin) expectPageNumber(page, text);
      }
    }
  });

  test('nothing but Tinos is in the files', () => {
    const fonts = new Set(
      pages().flatMap(({ texts }) => texts.map(({ font }) => font.replace(/^[A-Z]{6}\+/, ''))),
    );
    expect([...fonts].toSorted()).toEqual([
      'Tinos-Bold',
      'Tinos-BoldItalic',
      'Tinos-Italic',
      'Tinos-Regular',
    ]);
  });

  test('the Quốc hiệu is 12 points bold at the top right, the Tiêu ngữ 13 bold under its middle', () => {
    expect(firstPages()).toHaveLength(16 * 2 + 5 + 2 + 7);
    for (const page of firstPages()) {
      const nation = find(page, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
      const motto = find(page, 'Độc lập - Tự do - Hạnh phúc');
      expect(nation.text).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
      expect([nation.size, motto.size].map(points)).toEqual([12, 13]);
      expect([nation, motto].every(({ font }) => font.endsWith('Tinos-Bold'))).toBe(true);
      expect(nation.x).toBeGreaterThan(page.width * 0.45);
      expect(middle(nation)).toBeCloseTo(middle(motto), 0);
    }
  });

  test('a solid rule as long as the Tiêu ngữ stands under it', () => {
    for (const page of firstPages()) {
      const motto = find(page, 'Độc lập - Tự do - Hạnh phúc');
      const rules = page.boxes.filter(({ y, height }) => height < 1.5 && y > motto.y && y < motto.y + 10);
      const rule = rules.find(({ x }) => Math.abs(x - motto.x) < 1);
      expect(rule?.width).toBeCloseTo(motto.width, 0);
    }
  });

  test('a rule of a third to a half of the issuing body stands under it', () => {
    const [submission] = pdfs.slice(16);
    const [page] = submission?.pages ?? [];
    if (!page) throw new Error('no tờ trình');
    const body = find(page, 'SỞ KHOA HỌC VÀ CÔNG NGHỆ');
    const rule = page.boxes.find(
      ({ x, y, height }) => height < 1.5 && y > body.y && y < body.y + 10 && x < 250,
    );
    expect((rule?.width ?? 0) / body.width).toBeGreaterThan(1 / 3);
    expect((rule?.width ?? 0) / body.width).toBeLessThan(1 / 2);
  });

  test('number and date are blank, the place is in italics', () => {
    for (const page of firstPages()) {
      expect(find(page, 'Số:').text.trim()).toBe('Số:');
      expect(find(page, 'Hưng Yên, ngày').font).toMatch(/Tinos-Italic$/);
    }
  });

  test('sizes move together: beside a Quốc hiệu of 12 points, everything but the head, Nơi nhận and charts is of 13', () => {
    for (const page of pages()) {
      const small = splitPage(page).body.filter((text) => points(text.size) !== 13 && !isInChart(page, text));
      const sizes = new Set(small.map(({ size }) => points(size)));
      expect([...sizes].filter((size) => size !== 11 && size !== 12)).toEqual([]);
      for (const { text, size } of small)
        if (points(size) === 12) expect(text).toMatch(/^(Nơi nhận:|[^a-z]+)$/);
    }
    for (const page of firstPages())
      expect([find(page, 'Số:').size, find(page, 'Hưng Yên, ngày').size].map(points)).toEqual([13, 13]);
  });

  test('nothing is drawn outside the margins, not even dots of a blank that stands on another page', () => {
    for (const { width, height, boxes } of pages()) {
      const outside = boxes.filter(
        (box) =>
          millimetres(box.x) < 30 ||
          millimetres(width - box.x - box.width) < 15 ||
          millimetres(box.y) < 20 ||
          millimetres(height - box.y - box.height) < 20,
      );
      expect(outside).toEqual([]);
    }
  });

  test('the rule under each issuing body and each abstract is a third to a half of the line above it', () => {
    let seen = 0;
    for (const page of firstPages())
      for (const rule of shortRules(page)) {
        const above = lineAbove(page, rule);
        expect(rule.width / above.width).toBeGreaterThan(1 / 3);
        expect(rule.width / above.width).toBeLessThan(1 / 2);
        expect(middle(rule)).toBeCloseTo(middle(above), 0);
        seen += 1;
      }
    expect(seen).toBe(firstPages().length * 2);
  });

  test('căn cứ are in italics, each ends with “;”, the last with “.”', () => {
    const [submission] = pdfs.slice(16);
    const text = textOf({ pages: submission?.pages ?? [] });
    const grounds = text.slice(text.indexOf('Căn cứ'), text.indexOf('Sở Khoa học và Công nghệ kính trình'));
    expect(grounds.trim().split(/(?<=[;.]) (?=Căn cứ)/)).toEqual([
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;',
      expect.stringMatching(
        /^Căn cứ Nghị định số 152\/2025\/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định .*;$/,
      ),
      expect.stringMatching(
        /^Căn cứ Kế hoạch số 38\/KH-UBND ngày 01 tháng 3 năm 2023 của UBND tỉnh Hưng Yên về việc tổ chức .*;$/,
      ),
      expect.stringMatching(
        /^Căn cứ Kế hoạch số ……\/KH-SKHCN ngày …… .* của Sở Khoa học và Công nghệ thực hiện .*;$/,
      ),
      expect.stringMatching(/^Căn cứ Biên bản họp xét khen thưởng ngày tháng năm 2025 của Hội đồng .*\.$/),
    ]);
    const lines = (submission?.pages ?? []).flatMap(({ texts }) =>
      texts.filter((one) => one.text.startsWith('Căn cứ')),
    );
    expect(lines.map(({ font }) => font.slice(7))).toEqual(Array(5).fill('Tinos-Italic'));
  });

  test('every document ends with “./.”, and Nơi nhận with “Lưu: VT”', () => {
    for (const pdf of pdfs) {
      expect(textOf(pdf)).toMatch(/\.\/\./);
      expect(textOf(pdf)).toMatch(/Nơi nhận: .*- Lưu: VT(, VP)?\./);
    }
  });

  test('text comes out as composed Vietnamese, titled and marked as Vietnamese', () => {
    for (const pdf of pdfs) {
      const text = textOf(pdf);
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/undefined|null|\[object|NaN|\{\{/);
      expect(pdf.language).toBe('vi');
    }
    expect(pdfs[0]?.title).toBe('Hồ sơ đề nghị khen thưởng TT-01: Phòng Quản lý Khoa học');
    expect(textOf({ pages: pdfs[0]?.pages ?? [] })).toContain(
      'Phong trào thi đua “Đẩy mạnh phát triển hạ tầng đồng bộ',
    );
  });

  test('the dossier shows each layer, the total, the rank and the outcomes in words', () => {
    const third = pdfs[papers.indexOf('nominations/ca-nhan/CN-03.pdf')];
    const text = textOf({ pages: third?.pages ?? [] });
    expect(text).toContain('Điểm chính thức: 93,00 điểm (lấy theo điểm thẩm định).');
    expect(text).toContain('Xếp thứ 2 trên tổng số 09 hồ sơ');
    expect(text).toContain(
      'Bằng điểm với Trần Đức Bình, được xếp trên theo tiêu chí phụ: ưu tiên cá nhân nữ',
    );
    expect(text).toContain('Tổng điểm 100,00 97,00 93,00');
  });
});

function expectPageNumber(page: Page, { x, y, width, size, font }: Page['texts'][number]) {
  const areaMiddle = (31 + millimetres(page.width) - 16) / 2;
  expect(millimetres(x + width / 2)).toBeCloseTo(areaMiddle, 0);
  expect(millimetres(y)).toBeLessThan(20);
  expect(points(size)).toBe(13);
  expect(font).toMatch(/Tinos-Regular$/);
}
