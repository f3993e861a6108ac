import { votesOf } from '../../src/features/dossiers/documents/minutes-votes.view';
import type { RoundData } from '../../src/features/dossiers/documents/round-data';
import type { SessionData } from '../../src/features/dossiers/documents/session-data';
import {
  type SessionPaper,
  minutesOfRound,
  sessionDocument,
} from '../../src/features/dossiers/documents/session-documents';
import { departures } from './support/decree-30';
import { pageText, textOf } from './support/pdf';
import { type TestPrinter, testPrinter } from './support/print';
import { loadCase } from './support/round';
import { crowdedSession, sampleSession } from './support/session';

describe('the papers of a session on paper', () => {
  let printer: TestPrinter;
  let data: RoundData;

  beforeAll(async () => {
    printer = await testPrinter();
    data = await loadCase('hung-yen');
  });
  afterAll(() => printer.close());

  async function text(session: SessionData, wanted: SessionPaper = 'minutes'): Promise<string> {
    return textOf(await printer.printOne(sessionDocument(data, session, wanted)));
  }

  const blank = (): SessionData => ({
    ...sampleSession(),
    state: 'planned',
    place: '',
    chair: '',
    secretary: '',
    members: [],
    attendance: null,
    openedAt: null,
    closedAt: null,
    items: [],
  });

  test.each([
    ['the usual minutes', sampleSession, 'minutes'],
    ['minutes of which nothing is known yet', blank, 'minutes'],
    ['minutes on three hundred questions', () => crowdedSession(300), 'minutes'],
    ['the usual invitation', sampleSession, 'invitation'],
    ['an invitation without guests', blank, 'invitation'],
    ['an invitation to thirty-two people', () => crowdedSession(3), 'invitation'],
  ] as const)('%s keep to Nghị định 30/2020', async (_, session, wanted) => {
    const pdf = await printer.printOne(sessionDocument(data, session(), wanted));
    expect(departures(pdf)).toEqual([]);
  });

  test('so do the minutes however many questions there are: the signatures are never alone', async () => {
    const sizes = Array.from({ length: 30 }, (_, at) => at + 1);
    const pdfs = await printer.printAll(
      sizes.map((size) => sessionDocument(data, crowdedSession(size), 'minutes')),
    );
    expect(pdfs.flatMap((pdf) => departures(pdf))).toEqual([]);
    for (const pdf of pdfs) {
      const last = pageText(pdf.pages.at(-1) ?? { width: 0, height: 0, texts: [], boxes: [] });
      expect(last).toMatch(/Chủ tọa kết luận: .*\.\/\. THƯ KÝ .* CHỦ TỌA .* Nơi nhận:/);
    }
  }, 120_000);

  test('three hundred questions repeat the head of their table, split no row and lose nobody', async () => {
    const [pdf] = await printer.printAll([sessionDocument(data, crowdedSession(300), 'minutes')]);
    const pages = (pdf?.pages ?? []).map(pageText);
    const voted = pages.filter((page) => /Người thứ \d+ \(Phòng.* \d\/5 /.test(page));
    expect(voted.length).toBeGreaterThan(10);
    for (const page of voted) expect(page).toContain('STT Tên tập thể, cá nhân Hình thức khen thưởng');
    for (const page of voted)
      expect(page.match(/Người thứ \d+ \(Phòng/g)?.length).toBe(page.match(/ [2-4]\/5 /g)?.length);
    const all = pages.join(' ');
    for (let number = 1; number <= 300; number += 1) expect(all).toContain(`Người thứ ${number} (`);
  });

  test('say who was away and why, what was annulled, and how a tie was broken', async () => {
    const minutes = await text(sampleSession());
    expect(minutes).toContain(
      '- Vắng mặt (ghi rõ lý do): Phạm Minh Dũng (đi công tác theo Quyết định cử của Giám đốc Sở).',
    );
    expect(minutes).toContain('bị hủy, không tính kết quả; lý do: phiếu phát ra thiếu chữ ký.');
    expect(minutes).toContain('Hội đồng biểu quyết giữa 02 trường hợp đồng hạng, 01 chỉ tiêu.');
    expect(minutes).toMatch(/1 Lê Thu Đào \(.*\) 3\/5 60,00 2 Trần Đức Bình \(.*\) 1\/5 20,00/);
    expect(minutes).toContain('Thứ tự các trường hợp đồng hạng được xác định theo kết quả trên.');
    expect(minutes).toContain('01 trường hợp không đạt tỷ lệ phiếu đồng ý theo quy định (trên 1/2');
  });

  test('name each award once above its counts, however the agenda goes from nominee to nominee', () => {
    const [first, second] = crowdedSession(2).items;
    const [award, lower] = data.campaign.awards.toSorted((a, b) => a.tier - b.tier);
    const items = [first, second].flatMap((item) =>
      [lower, award].flatMap((of) => (item && of ? [{ ...item, award: of.code }] : [])),
    );
    const { rows, counts } = votesOf(data.campaign, { ...crowdedSession(2), items });
    expect(counts.map((group) => [group.award, group.rows.map(({ number }) => number)])).toEqual([
      [award?.name, [1, 2]],
      [lower?.name, [3, 4]],
    ]);
    expect(rows.map((row) => row.award)).toEqual([award?.name, award?.name, lower?.name, lower?.name]);
  });

  test('leave a tie that the votes have not broken to the council', async () => {
    const { items } = sampleSession();
    const tied = items.map((item) =>
      item.runOff && item.count
        ? {
            ...item,
            count: {
              ...item.count,
              tally: { 'CN-02': 2, 'CN-03': 2, abstain: 0 },
              groups: [['CN-02', 'CN-03']],
            },
          }
        : item,
    );
    expect(await text({ ...sampleSession(), items: tied })).toContain(
      'Vẫn đồng phiếu: Trần Đức Bình; Lê Thu Đào;',
    );
  });

  test('a hall that is too empty decides nothing', async () => {
    const few = { members: 5, present: 2, written: 0 };
    const items = sampleSession().items.map((item) => ({
      ...item,
      count: item.count && { ...item.count, attendance: few },
    }));
    const minutes = await text({ ...sampleSession(), attendance: few, items });
    expect(minutes).toContain(
      'là 02/05, không đủ điều kiện xét khen thưởng (từ 2/3 trở lên tổng số thành viên).',
    );
    expect(minutes).not.toContain('trường hợp đạt tỷ lệ');
  });

  test('hours that were entered on another day are not told as those of the session', async () => {
    const late = { openedAt: '2025-12-09T02:00:00.000Z', closedAt: '2025-12-09T02:05:00.000Z' };
    const minutes = await text({ ...sampleSession(), ...late });
    expect(minutes).toContain('Thời gian bắt đầu: 08 giờ 00 phút, ngày 05 tháng 12 năm 2025.');
    expect(minutes).toContain('kết thúc vào lúc …… giờ …… phút, ngày …… tháng …… năm …….');
  });

  test('a round without sessions has minutes with blanks for what only people know', async () => {
    const [pdf] = await printer.printAll([minutesOfRound(await loadCase('hung-yen-tie-resolved'))]);
    const minutes = textOf({ pages: pdf?.pages ?? [] });
    expect(minutes).toContain(
      'tổng số 09 thành viên; có mặt 08; vắng mặt nhưng gửi ý kiến bằng văn bản 01; vắng mặt, không có ý kiến 00.',
    );
    expect(minutes).toMatch(/Công ty cổ phần Công nghệ Phố Hiến Bằng khen của .* 8\/9 88,89/);
    expect(minutes).toContain('xếp thứ tự (1) Lê Thu Đào; (2) Trần Đức Bình');
    expect(minutes).toMatch(/ 1 Công ty cổ phần Công nghệ Phố Hiến 9 9 8 1 0 /);
    expect(pdf && departures(pdf)).toEqual([]);
  });
});
