import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reviewDocument } from '../../src/features/dossiers/documents/review-document';
import { toHtml } from '../../src/features/dossiers/printing/print-document';
import type { RoundData } from '../../src/features/dossiers/documents/round-data';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { departures } from './support/decree-30';
import { type Pdf, pageText, readPdf, textOf } from './support/pdf';
import { evaluated, loadCase, scratchFolder, withNominations } from './support/round';

describe('the review of a phase', () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let renderer: PdfRenderer;
  let data: RoundData;

  beforeAll(async () => {
    folder = await scratchFolder();
    renderer = await PdfRenderer.open();
    data = await loadCase('hung-yen');
  });
  afterAll(async () => {
    await renderer.close();
    await folder.remove();
  });

  async function print(of: RoundData, review?: 'interim' | 'final'): Promise<Pdf> {
    const path = join(folder.path, 'bao-cao.pdf');
    await writeFile(path, await renderer.print(toHtml(reviewDocument(of, review))));
    return readPdf(path);
  }

  test('is that of the plan, or the one that is asked for', async () => {
    expect(textOf(await print(data))).toContain('BÁO CÁO Sơ kết phong trào thi đua “Đẩy mạnh');
    expect(textOf(await print(data, 'final'))).toContain('BÁO CÁO Tổng kết phong trào thi đua “Đẩy mạnh');
    const second = { ...data, round: { ...data.round, phase: 'GD2' } };
    expect(reviewDocument(second).title).toBe('Báo cáo tổng kết phong trào thi đua');
  });

  test('counts who was nominated, considered and chosen, by every trait, and adds up', async () => {
    const text = textOf(await print(data));
    expect(text).toContain(
      'Số trường hợp được giới thiệu: 16; đưa vào xét (đã thẩm định, có đủ điểm): 16; được chọn khen thưởng: 09',
    );
    expect(text).toContain('Tập thể 7 7 2 2 4 Cá nhân 9 9 2 3 5 Tổng số 16 16 4 5 9');
    expect(text).toContain(
      'Cơ quan hành chính 5 5 2 1 3 Đơn vị sự nghiệp công lập 1 1 0 1 1 Doanh nghiệp 1 1 0 0 0 Tổng số 7 7 2 2 4',
    );
    expect(text).toContain('Nữ 4 4 2 1 3 Nam 5 5 0 2 2 Tổng số 9 9 2 3 5');
    expect(text).toContain('Phòng Quản lý Khoa học 3 3 2 0 2');
  });

  test('tells withdrawn nominations apart from those that were considered', async () => {
    const without = withNominations(data, (one) =>
      one.code === 'CN-09' ? { ...one, state: 'withdrawn' } : one,
    );
    expect(textOf(await print(without))).toContain(
      'Số trường hợp được giới thiệu: 16; đưa vào xét (đã thẩm định, có đủ điểm): 15;',
    );
  });

  test('has the mean, the best and the least of every criterion, and how many passed a condition', async () => {
    const text = textOf(await print(data));
    expect(text).toContain('2) Có giải pháp, sáng kiến, cách làm hay, sáng tạo 30,00 23,33 28,00 0,00');
    expect(text).toContain('– 6/7 đạt – –');
  });

  test('names everybody who was chosen, with what the report says of them', async () => {
    const text = textOf(await print(data));
    expect(text).toContain(
      '1. Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: 04 trường hợp (1) Phòng Quản lý Khoa học: 93,50 điểm, xếp thứ 2. Dữ liệu minh họa',
    );
    expect(text).toContain('2. Giấy khen của Giám đốc Sở Khoa học và Công nghệ: 05 trường hợp');
  });

  test('without anybody chosen says so', async () => {
    const nobody = withNominations(data, (one) => ({ ...one, state: 'withdrawn' }));
    const pdf = await print(nobody);
    expect(textOf(pdf)).toContain('Chưa có tập thể, cá nhân nào được chọn khen thưởng.');
    expect(departures(pdf)).toEqual([]);
  });

  test('of more than eighty pages keeps to Nghị định 30/2020: nothing is lost, no heading is left alone, every table page has its head', async () => {
    const pdf = await print(large(data, 330));
    expect(pdf.pages.length).toBeGreaterThan(80);
    expect(departures(pdf)).toEqual([]);
    const text = textOf(pdf);
    for (const number of [1, 150, 330]) expect(text).toContain(`Người thứ ${number}, Chuyên viên`);
    const units = pdf.pages.filter((page) => /Đơn vị số \d+ \d+ \d+ \d+ \d+ \d+/.test(pageText(page)));
    expect(units.length).toBeGreaterThan(3);
    for (const page of units) expect(pageText(page)).toContain('Phân loại Giới thiệu Đưa vào xét');
  });
});

/** So many individuals in as many units, all chosen, each with a merit of some length. */
function large({ campaign, round }: RoundData, size: number): RoundData {
  const model = round.nominations.find(({ code }) => code === 'CN-01');
  if (!model) throw new Error('no CN-01');
  const merit = 'Tham mưu, triển khai nhiều giải pháp tiết kiệm, hiệu quả, được đơn vị ghi nhận. '.repeat(8);
  const nominations = Array.from({ length: size }, (_, at) => ({
    ...model,
    code: `CN-${at + 1}`,
    name: `Người thứ ${at + 1}`,
    position: 'Chuyên viên',
    unit: `Đơn vị số ${at + 1}`,
    report: { summary: merit },
  }));
  const awards = campaign.awards.map((award) => ({
    ...award,
    quota: award.quota.map((line) => ({ ...line, min: 0, max: size })),
  }));
  return evaluated({ ...campaign, awards }, { ...round, nominations });
}
