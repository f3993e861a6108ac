import { reviewDocument } from '../../src/features/dossiers/documents/review-document';
import type { ReviewReportView } from '../../src/features/dossiers/documents/review-report.view';
import type { RoundData } from '../../src/features/dossiers/documents/round-data';
import { departures } from './support/decree-30';
import { type Pdf, pageText, textOf } from './support/pdf';
import { type TestPrinter, decision, testPrinter } from './support/print';
import { evaluated, loadCase, withNominations } from './support/round';

describe('the review of a phase', () => {
  let printer: TestPrinter;
  let data: RoundData;
  const print = (of: RoundData, review?: 'interim' | 'final'): Promise<Pdf> =>
    printer.printOne(reviewDocument(of, review));
  const viewOf = (of: RoundData) => reviewDocument(of).view as ReviewReportView;

  beforeAll(async () => {
    printer = await testPrinter();
    data = await loadCase('hung-yen');
  });
  afterAll(() => printer.close());

  test('is that of the plan, or the one that is asked for', async () => {
    expect(textOf(await print(data))).toContain('BÁO CÁO Sơ kết phong trào thi đua “Đẩy mạnh');
    expect(textOf(await print(data, 'final'))).toContain('BÁO CÁO Tổng kết phong trào thi đua “Đẩy mạnh');
    const second = { ...data, round: { ...data.round, phase: 'GD2' } };
    expect(reviewDocument(second).title).toBe('Báo cáo tổng kết phong trào thi đua');
  });

  test('counts who was nominated, considered and chosen, by every trait, and adds up', async () => {
    const text = textOf(await print(data));
    expect(text).toContain(
      'Số trường hợp được giới thiệu: 16; đưa vào xét (đã thẩm định, có đủ điểm): 16; được đề nghị khen thưởng: 09, trong đó: ' +
        '- Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: 04 trường hợp được đề nghị; ' +
        '- Giấy khen của Giám đốc Sở Khoa học và Công nghệ: 05 trường hợp được đề nghị. ' +
        'Các trường hợp không đưa vào xét, tạm dừng xét hoặc không đủ điều kiện: ' +
        '- Tạm dừng xét do có đơn khiếu nại, tố cáo chưa có kết luận: 01 trường hợp; ' +
        '- Không đủ điều kiện do việc xử lý kỷ luật đã có kết luận vi phạm: 01 trường hợp.',
    );
    expect(text).toContain('Tập thể 7 7 2 2 4 Cá nhân 9 9 2 3 5 Tổng số 16 16 4 5 9');
    expect(text).toContain(
      'Cơ quan hành chính 5 5 2 1 3 Đơn vị sự nghiệp công lập 1 1 0 1 1 Doanh nghiệp 1 1 0 0 0 Tổng số 7 7 2 2 4',
    );
    expect(text).toContain('Nữ 4 4 2 1 3 Nam 5 5 0 2 2 Tổng số 9 9 2 3 5');
    expect(text).toContain('Phòng Quản lý Khoa học 3 3 2 0 2');
  });

  test('goes to the superior body, as far as there is one', async () => {
    expect(textOf(await print(data))).toContain('Kính gửi: Ủy ban nhân dân tỉnh Hưng Yên Căn cứ');
    const organizer = { ...data.campaign.organizer, parent: undefined };
    const { addressee, copies } = viewOf({ ...data, campaign: { ...data.campaign, organizer } });
    expect({ addressee, copies }).toEqual({
      addressee: null,
      copies: ['Các phòng, đơn vị;', 'Lưu: VT, VP.'],
    });
  });

  test('counts what is decided apart from what is only proposed', async () => {
    const decisions = [
      decision({ nomination: 'TT-03' }),
      decision({ nomination: 'CN-02' }),
      decision({ nomination: 'TT-01', award: 'BK', status: 'proposed', wasConfirmed: false }),
    ];
    const pdf = await print({ ...data, decisions });
    expect(textOf(pdf)).toContain(
      'được đề nghị khen thưởng: 01; được khen thưởng: 02, trong đó: ' +
        '- Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: 01 trường hợp được đề nghị; ' +
        '- Giấy khen của Giám đốc Sở Khoa học và Công nghệ: 02 trường hợp được khen thưởng.',
    );
    expect(textOf(pdf)).toContain('Tập thể 7 7 1 1 1 1 Cá nhân 9 9 0 1 0 1 Tổng số 16 16 1 2 1 2');
    expect(departures(pdf)).toEqual([]);
  });

  test('counts those with a discipline or a complaint by the kind of it, and names none of them', () => {
    const matter = { kind: 'discipline', status: 'upheld', from: '2025-01-01', document: '9/QĐ' } as const;
    const disciplined = withNominations(data, (one) =>
      one.code === 'CN-01' ? { ...one, matters: [matter] } : one,
    );
    expect(viewOf(disciplined).overall.slice(-3)).toEqual([
      'Các trường hợp không đưa vào xét, tạm dừng xét hoặc không đủ điều kiện:',
      '- Tạm dừng xét do có đơn khiếu nại, tố cáo chưa có kết luận: 01 trường hợp;',
      '- Không đủ điều kiện do việc xử lý kỷ luật đã có kết luận vi phạm: 02 trường hợp.',
    ]);
    expect(JSON.stringify(viewOf(disciplined))).not.toContain('9/QĐ');
  });

  test('of a campaign without awards speaks of none', async () => {
    const pdf = await print(evaluated({ ...data.campaign, awards: [] }, data.round));
    expect(textOf(pdf)).toContain('đưa vào xét (đã thẩm định, có đủ điểm): 16.');
    expect(textOf(pdf)).not.toMatch(/đề nghị khen thưởng|được chọn/);
    expect(departures(pdf)).toEqual([]);
  });

  test('tells withdrawn nominations apart from those that were considered', async () => {
    const without = withNominations(data, (one) =>
      one.code === 'CN-09' ? { ...one, state: 'withdrawn' } : one,
    );
    expect(textOf(await print(without))).toContain(
      'Số trường hợp được giới thiệu: 16; đưa vào xét (đã thẩm định, có đủ điểm): 15;',
    );
  });

  test('counts an award that was revoked as that, not as a nomination that was withdrawn', () => {
    const revoked = withNominations(data, (one) =>
      one.code === 'CN-09' ? { ...one, state: 'withdrawn', revoked: true } : one,
    );
    const words = JSON.stringify(viewOf(revoked));
    expect(words).toContain('- Khen thưởng đã bị hủy bỏ, thu hồi: 01 trường hợp');
    expect(words).not.toContain('Đã rút hồ sơ');
  });

  test('has the mean, the best and the least of every criterion, and how many passed a condition', async () => {
    const text = textOf(await print(data));
    expect(text).toContain('2) Có giải pháp, sáng kiến, cách làm hay, sáng tạo 30,00 23,33 28,00 0,00');
    expect(text).toContain('– 6/7 đạt – –');
  });

  test('names everybody who was chosen, with what the report says of them', async () => {
    const text = textOf(await print(data));
    expect(text).toContain(
      '1. Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: 04 trường hợp được đề nghị (1) Phòng Quản lý Khoa học: 93,50 điểm, xếp thứ 2. Dữ liệu minh họa',
    );
    expect(text).toContain(
      '2. Giấy khen của Giám đốc Sở Khoa học và Công nghệ: 05 trường hợp được đề nghị (1)',
    );
  });

  test('without anybody chosen says so', async () => {
    const nobody = withNominations(data, (one) => ({ ...one, state: 'withdrawn' }));
    const pdf = await print(nobody);
    expect(textOf(pdf)).toContain('Chưa có tập thể, cá nhân nào được đề nghị, khen thưởng.');
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
