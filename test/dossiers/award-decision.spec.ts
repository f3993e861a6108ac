import type { AwardDecisionView } from '../../src/features/dossiers/documents/award-decision.view';
import type { RoundData } from '../../src/features/dossiers/documents/round-documents';
import { marginsOf, middle } from './support/measures';
import { type Page, type Pdf, find, millimetres, pageText, runningText, splitPage } from './support/pdf';
import { type TestPrinter, crowdOf, decision, documentsOf, issued, testPrinter } from './support/print';
import { loadCase } from './support/round';

const FILE = /quyet-dinh/;
const SIGNED = {
  number: '7',
  day: '2025-12-05',
  signer: { authority: 'KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC', name: 'Nguyễn Văn Bình' },
};

describe('the decision that gives an award of the organizer', () => {
  let printer: TestPrinter;
  let data: RoundData;
  const printed = async (round: RoundData): Promise<Pdf> => {
    const [pdf] = await printer.print(round, FILE);
    if (!pdf) throw new Error('no decision');
    return pdf;
  };

  beforeAll(async () => {
    printer = await testPrinter();
    data = await loadCase('hung-yen');
  });
  afterAll(() => printer.close());

  test('names its recipients, the money in figures and words, and who carries it out', async () => {
    const text = runningText(await printed(data));
    expect(text).toContain(
      'GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ Căn cứ Quyết định số ……/QĐ-UBND ngày …… tháng …… năm …… của UBND tỉnh Hưng Yên ' +
        'quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Khoa học và Công nghệ tỉnh Hưng Yên; Căn cứ Luật Thi đua, khen thưởng',
    );
    expect(text).toMatch(
      /Xét đề nghị của Chánh Văn phòng Sở tại Tờ trình số +\/TTr-VP ngày .* năm 2025\. QUYẾT ĐỊNH:/,
    );
    expect(text).toContain(
      'Điều 1. Tặng Giấy khen của Giám đốc Sở Khoa học và Công nghệ cho 02 (hai) tập thể và 03 (ba) cá nhân',
    );
    expect(text).toContain(
      '1. Trung tâm Ứng dụng Tiến bộ KH&CN; 2. Văn phòng Sở; 3. Ông Trần Đức Bình, Giám đốc Trung tâm Ứng dụng Tiến bộ KH&CN; ' +
        '4. Ông Phạm Văn Ân, Chuyên viên, Văn phòng Sở; 5. Bà Đỗ Minh Châu, Chuyên viên, Phòng Quản lý Công nghệ và Chuyển đổi số.',
    );
    expect(text).toContain(
      'mỗi tập thể 1.410.000 đồng, bằng 0,6 lần mức lương cơ sở 2.340.000 đồng (tính ra 1.404.000 đồng, làm tròn lên 10.000 đồng) ' +
        'và mỗi cá nhân 710.000 đồng, bằng 0,3 lần mức lương cơ sở 2.340.000 đồng (tính ra 702.000 đồng, làm tròn lên 10.000 đồng).',
    );
    expect(text).toContain(
      'Tổng số tiền thưởng là 4.950.000 đồng (bằng chữ: Bốn triệu chín trăm năm mươi nghìn đồng)',
    );
    expect(text).toMatch(
      /Điều 3\. .* các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này\.\/\./,
    );
    expect(text).toMatch(
      /Nơi nhận: - Như Điều 3; - Hội đồng Thi đua - Khen thưởng; - Lưu: VT, VP\. GIÁM ĐỐC Trần Tùng Chuẩn$/,
    );
  });

  test('takes its money from the base salary of the day on which it is signed', async () => {
    const text = runningText(await printed(issued(data, { ...SIGNED, day: '2026-07-01' })));
    expect(text).toContain('mỗi tập thể 1.520.000 đồng, bằng 0,6 lần mức lương cơ sở 2.530.000 đồng');
    expect(text).toContain('mỗi cá nhân 760.000 đồng');
  });

  test('bears the number, the day and both lines of authority once it is signed', async () => {
    const text = runningText(await printed(issued(data, SIGNED)));
    expect(text).toContain('Số: 07/QĐ-SKHCN Hưng Yên, ngày 05 tháng 12 năm 2025');
    expect(text).toContain('tại Tờ trình số 07/TTr-VP ngày 05 tháng 12 năm 2025.');
    expect(text).toMatch(/KT\. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn Văn Bình$/);
  });

  test('sets Điều in bold, căn cứ in italics, the decider and QUYẾT ĐỊNH in bold in the middle', async () => {
    const { pages } = await printed(data);
    const [first, second] = pages as [Page, Page];
    const area = (31 + millimetres(first.width) - 16) / 2;
    for (const start of ['GIÁM ĐỐC SỞ', 'QUYẾT ĐỊNH:']) {
      const line = find(first, start);
      expect([line.font.slice(7), Math.round(line.size)]).toEqual(['Tinos-Bold', 13]);
      expect(millimetres(middle(line))).toBeCloseTo(area, 0);
    }
    expect(find(first, 'Điều 1.').font.slice(7)).toBe('Tinos-Bold');
    expect(find(first, 'Tặng Giấy khen').font.slice(7)).toBe('Tinos-Regular');
    expect(find(first, 'Xét đề nghị').font.slice(7)).toBe('Tinos-Italic');
    for (const start of ['Căn cứ Luật', 'Điều 1.', '1. Trung tâm'])
      expect(millimetres(find(first, start).x)).toBeCloseTo(31 + 12.7, 0);
    expect(millimetres(find(second, 'Điều 2.').x)).toBeCloseTo(31 + 12.7, 0);
  });

  test('gives the list apart where there are many, its pages numbered on their own', async () => {
    const { pages } = await printed(issued(crowdOf(data, 150), SIGNED));
    const text = runningText({ pages });
    expect(text).toContain('cho 150 (một trăm năm mươi) tập thể và 150 (một trăm năm mươi) cá nhân');
    expect(text).toContain('(có danh sách kèm theo).');
    const at = pages.findIndex((page) => pageText(page).startsWith('Phụ lục'));
    const [start] = pages.slice(at) as [Page];
    expect([find(start, 'Phụ lục'), find(start, 'DANH SÁCH')].map(({ size }) => Math.round(size))).toEqual([
      14, 13,
    ]);
    expect(pageText(start)).toContain(
      'DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN (Kèm theo Quyết định số 07/QĐ-SKHCN ngày 05 tháng 12 năm 2025 của Giám đốc Sở Khoa học và Công nghệ)',
    );
    expect(find(start, '(Kèm theo').font.slice(7)).toBe('Tinos-Italic');
    const numbers = (some: Page[]) =>
      some.map((page) =>
        splitPage(page)
          .margin.map(({ text }) => text.trim())
          .join(''),
      );
    expect(numbers(pages.slice(0, at))).toEqual(countedFrom(at));
    expect(numbers(pages.slice(at))).toEqual(countedFrom(pages.length - at));
    for (const page of pages.slice(at))
      expect(marginsOf(page)).toMatchObject({ right: true, top: true, bottom: true });
    for (const page of pages.slice(at, -1))
      expect(pageText(page)).toContain('STT Tên tập thể, họ và tên cá nhân Chức vụ Đơn vị');
  });

  test('counts everybody once, from 1 on, over collectives and individuals', async () => {
    const [view] = documentsOf(crowdOf(data, 150), FILE).map(({ view }) => view as AwardDecisionView);
    const groups = view?.appendix?.groups ?? [];
    expect(groups.map(({ heading }) => heading)).toEqual(['I. Tập thể', 'II. Cá nhân']);
    expect(groups.flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual(
      Array.from({ length: 300 }, (_, at) => at + 1),
    );
  });

  test('keeps names of 200 characters inside the page, and its signature in company', async () => {
    for (let size = 1; size <= 5; size += 1)
      for (const length of [10, 90, 200]) {
        const { pages } = await printed(
          crowdOf(data, size, (kind, number) => `${kind} ${number} ${'dài '.repeat(60)}`.slice(0, length)),
        );
        for (const page of pages)
          expect(marginsOf(page)).toEqual({ left: true, right: true, top: true, bottom: true });
        const last = pages.at(-1) as Page;
        const lines = splitPage(last).body.filter(({ y }) => y < find(last, 'GIÁM ĐỐC').y - 5);
        expect(new Set(lines.map(({ y }) => Math.round(y))).size).toBeGreaterThanOrEqual(2);
      }
  });

  test('is made of what people decided, not of what the rules proposed, and vouches for it', async () => {
    const decisions = [
      decision({ nomination: 'CN-01', auditHead: 'b2'.repeat(32), auditOrdinal: 9 }),
      decision({ nomination: 'TT-01', auditOrdinal: 4 }),
      decision({ nomination: 'CN-02', status: 'proposed', wasConfirmed: false, auditOrdinal: 12 }),
      decision({ nomination: 'CN-03', award: 'BK', auditOrdinal: 13 }),
    ];
    const text = runningText(await printed({ ...data, decisions }));
    expect(text).toContain('cho 01 (một) tập thể và 01 (một) cá nhân');
    expect(text).toMatch(/1\. Phòng Quản lý Khoa học; 2\. (Ông|Bà) [^;]+\. Điều 2/);
    expect(text).toContain(`Mã kiểm chứng nhật ký: ${'b2'.repeat(32)}`);
  });

  test('keeps whoever was revoked since: the revocation is a paper of its own', () => {
    const decisions = [
      decision({ nomination: 'CN-01', status: 'revoked' }),
      decision({ nomination: 'CN-02', status: 'refused' }),
    ];
    const [view] = documentsOf({ ...data, decisions }, FILE).map(({ view }) => view as AwardDecisionView);
    expect(view?.articles[0]?.items).toHaveLength(1);
  });

  test('is not made while nothing is confirmed, nor for an award that another authority gives', () => {
    const decisions = [decision({ nomination: 'CN-01', status: 'proposed', wasConfirmed: false })];
    expect(documentsOf({ ...data, decisions }, FILE)).toEqual([]);
    expect(documentsOf(data, FILE).map(({ file }) => file)).toEqual(['awards/GK/quyet-dinh.pdf']);
  });

  test('leaves the money blank on a day of which neither law nor base salary is known', async () => {
    const text = runningText(await printed(issued(data, { ...SIGNED, day: '2031-01-01' })));
    expect(text).toMatch(
      /Tổng số tiền thưởng là [… ]+ đồng \(bằng chữ: [… ]+ đồng\), do Sở Khoa học và Công nghệ chi/,
    );
    expect(text).toContain('phần mềm không có căn cứ pháp luật');
  });
});

/** Nothing on the first page, then 2, 3, … */
function countedFrom(pages: number): string[] {
  return Array.from({ length: pages }, (_, at) => (at === 0 ? '' : String(at + 1)));
}
