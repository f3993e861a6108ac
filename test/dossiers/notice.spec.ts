import type { Nomination } from '../../src/domain/nomination';
import type { NoticeView } from '../../src/features/dossiers/documents/notice.view';
import type { RoundData } from '../../src/features/dossiers/documents/round-documents';
import { departures } from './support/decree-30';
import { runningText } from './support/pdf';
import { type TestPrinter, decision, documentsOf, issued, testPrinter } from './support/print';
import { evaluated, loadCase, withNominations } from './support/round';

const FILE = /^notices\//;
const UNIT = 'Phòng Quản lý Khoa học';

describe('the notice to a unit', () => {
  let printer: TestPrinter;
  let data: RoundData;
  const viewsOf = (round: RoundData) => documentsOf(round, FILE).map(({ view }) => view as NoticeView);
  const viewOf = (round: RoundData, unit = UNIT) => viewsOf(round).find((view) => receiver(view) === unit);
  const linesOf = (round: RoundData, unit = UNIT) =>
    viewOf(round, unit)?.nominees.flatMap(({ heading, code, lines }) => [`${heading} (${code})`, ...lines]);

  beforeAll(async () => {
    printer = await testPrinter();
    data = await loadCase('hung-yen');
  });
  afterAll(() => printer.close());

  test('is one for each unit with nominations, by its name as Vietnamese orders it, in a file of its own', () => {
    expect(viewsOf(data).map(receiver)).toEqual([
      'Chi cục Tiêu chuẩn Đo lường Chất lượng',
      'Công ty cổ phần Công nghệ Phố Hiến',
      'Phòng Quản lý Công nghệ và Chuyển đổi số',
      'Phòng Quản lý Khoa học',
      'Thanh tra Sở',
      'Trung tâm Ứng dụng Tiến bộ KH&CN',
      'Văn phòng Sở',
    ]);
    const files = documentsOf(data, FILE).map(({ file }) => file);
    expect(new Set(files).size).toBe(7);
    expect(files.every((file) => /^notices\/[A-Za-z0-9-]{1,71}\.pdf$/.test(file))).toBe(true);
  });

  test('speaks of every nomination once, and in each notice of those of its unit alone', () => {
    const told = new Map(viewsOf(data).map((view) => [receiver(view), JSON.stringify(view.nominees)]));
    for (const { name, unit, code } of data.round.nominations)
      for (const [unitTold, text] of told) {
        expect(text.includes(`"code":"${code}"`)).toBe(unitTold === unit);
        if (unitTold !== unit && name !== unitTold) expect(text).not.toContain(name);
      }
  });

  test('tells no total of anybody else: neither of the next in line nor of the last who got a place', () => {
    for (const { nominees } of viewsOf(data))
      for (const { code, lines } of nominees) {
        const { total } = data.evaluation.nominations.get(code) ?? {};
        const own = typeof total === 'number' ? (total / 100).toFixed(2).replace('.', ',') : '';
        const award = data.campaign.awards.map(({ requires }) =>
          ((requires.floor ?? 0) / 100).toFixed(2).replace('.', ','),
        );
        const figures =
          lines
            .join(' ')
            .replace(/(kém|còn thiếu) [\d,]+ điểm/g, '')
            .match(/\d+,\d\d/g) ?? [];
        expect(figures.filter((figure) => figure !== own && !award.includes(figure))).toEqual([]);
      }
  });

  test.each([
    ['Văn phòng Sở', 'do Văn phòng Sở Khoa học và Công nghệ đề nghị'],
    [UNIT, 'do Phòng Quản lý Khoa học, Sở Khoa học và Công nghệ đề nghị'],
    ['Công ty cổ phần Công nghệ Phố Hiến', 'do Công ty cổ phần Công nghệ Phố Hiến đề nghị'],
  ])('names %s with the Sở that it belongs to', (unit, words) => {
    expect(viewOf(data, unit)?.opening).toContain(words);
  });

  test('names who decides where the rules have found a place and nobody has decided yet', () => {
    expect(linesOf(data)?.slice(0, 3)).toEqual([
      '1. Tập thể: Phòng Quản lý Khoa học (TT-01)',
      '- Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: Được đề nghị tặng; chờ Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định.',
      '- Giấy khen của Giám đốc Sở Khoa học và Công nghệ: Đã thuộc diện đề nghị hình thức cao hơn là Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh; một thành tích chỉ xét một hình thức khen thưởng, theo điểm c khoản 2 Điều 5 Luật Thi đua, khen thưởng năm 2022.',
    ]);
  });

  test('tells what was decided, and what waits for its confirmation', () => {
    const decisions = [
      decision({ nomination: 'TT-01' }),
      decision({ nomination: 'CN-01', status: 'proposed', wasConfirmed: false }),
    ];
    const told = linesOf({ ...data, decisions })?.filter((line) => line.startsWith('- Giấy khen'));
    expect(told?.slice(0, 2)).toEqual([
      '- Giấy khen của Giám đốc Sở Khoa học và Công nghệ: Được tặng. Theo Quyết định số 07/QĐ-SKHCN ngày 05/12/2025.',
      '- Giấy khen của Giám đốc Sở Khoa học và Công nghệ: Đang hoàn thiện quyết định.',
    ]);
  });

  test('lists collectives by name, then people by given name, as Vietnamese orders them', () => {
    const names = ['Trần Văn Đức', 'Lê Thị Dung', 'Nguyễn Văn Ân', 'Phạm Thị Ánh', 'Vũ Văn An', 'Đỗ Thị Êm'];
    const [model] = data.round.nominations.filter(({ code }) => code === 'CN-01') as [Nomination];
    const collective: Nomination = { ...model, subject: 'collective', code: 'T', name: 'Tổ Một' };
    const people = names.map((name, at) => ({ ...model, name, code: `C-${at}` }));
    const round = evaluated(data.campaign, { ...data.round, nominations: [...people, collective] });
    expect(viewOf(round)?.nominees.map(({ heading }) => heading)).toEqual([
      '1. Tập thể: Tổ Một',
      '2. Cá nhân: Vũ Văn An',
      '3. Cá nhân: Phạm Thị Ánh',
      '4. Cá nhân: Nguyễn Văn Ân',
      '5. Cá nhân: Lê Thị Dung',
      '6. Cá nhân: Trần Văn Đức',
      '7. Cá nhân: Đỗ Thị Êm',
    ]);
  });

  test('is laid out by Nghị định 30/2020, short and long, blank and signed', async () => {
    const issue = { number: '9', day: '2025-12-09', signer: null };
    const long = withNominations(data, (one) => ({
      ...one,
      unit: UNIT,
      name: `${one.name} ${'dài '.repeat(45)}`.trim(),
    }));
    for (const round of [data, issued(data, issue), long])
      for (const pdf of await printer.print(round, FILE)) expect(departures(pdf)).toEqual([]);
    const [signed] = await printer.print(issued(data, issue), FILE);
    const text = runningText(signed ?? { pages: [] });
    expect(text).toContain(
      'Số: 09/TB-SKHCN Hưng Yên, ngày 09 tháng 12 năm 2025 THÔNG BÁO Về kết quả xét khen thưởng',
    );
    expect(text).toMatch(/^(?!.*Kính gửi).*Sở Khoa học và Công nghệ thông báo/);
    expect(text).toMatch(
      /theo quy định\.\/\. Nơi nhận: - Chi cục Tiêu chuẩn Đo lường Chất lượng; - Lưu: VT, VP\. GIÁM ĐỐC Trần Tùng Chuẩn$/,
    );
  });

  test('is not made in a campaign without awards', () => {
    expect(documentsOf(evaluated({ ...data.campaign, awards: [] }, data.round), FILE)).toEqual([]);
  });
});

/** The unit that a notice is for: the first of its copies. */
function receiver({ copies }: NoticeView): string | undefined {
  return copies[0]?.replace(/;$/, '');
}
