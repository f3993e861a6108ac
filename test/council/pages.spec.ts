import type TestAgent from 'supertest/lib/agent';
import { heardOn } from '../rules/support/heard';
import { CAMPAIGN } from '../support/cases';
import { TestDatabase } from '../support/each-database';
import { summaryIn } from '../support/error-summary';
import { sendForm } from '../support/start-app';
import { type CouncilWorld, MEMBERS, SECRETARY, councilWorld, member, sessionOf } from './support';

/** The text of a page without its tags. */
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the pages of the council, with forms alone', () => {
  const db = new TestDatabase('sqlite');
  let world: CouncilWorld;
  let office: TestAgent;
  let at: string;
  let items: string[];

  beforeAll(async () => {
    await db.open();
    world = await councilWorld(db);
    office = await world.app.browser({ username: 'van-phong', groups: ['office'] });
  });
  afterAll(() => db.close());

  const id = () => at.slice('/hoi-dong/'.length);
  const page = (name: string) => member(world, name).page;
  const paperOf = (marks: Record<string, string>) =>
    Object.fromEntries(Object.entries(marks).map(([item, mark]) => [`phieu-${item}`, mark]));

  it('plan a session, and keep what was typed when it is refused', async () => {
    const typed = {
      phase: `${CAMPAIGN}/GD1`,
      title: 'Phiên họp xét khen thưởng',
      place: 'Phòng họp tầng 3',
      date: '31/02/2025',
      time: '14g00',
      chair: member(world, MEMBERS[0]).id,
      members: MEMBERS.slice(1).map((name) => member(world, name).id),
      secretary: member(world, SECRETARY).id,
    };
    const refused = await sendForm(office, '/hoi-dong/moi', '/hoi-dong/moi', typed);
    expect(refused.status).toBe(422);
    expect(textOf(refused.text)).toContain('Ngày họp phải là một ngày có thật');
    expect(refused.text).toContain('value="31/02/2025"');
    expect(refused.text.match(/ checked/g)).toHaveLength(4);
    const chairless = await sendForm(office, '/hoi-dong/moi', '/hoi-dong/moi', { ...typed, chair: '' });
    expect(heardOn(chairless).beside).toEqual({
      date: 'Ngày họp phải là một ngày có thật, ví dụ 22/11/2026.',
      chair: 'Phiên họp phải có đúng một Chủ tọa.',
    });
    const done = await sendForm(office, '/hoi-dong/moi', '/hoi-dong/moi', { ...typed, date: '15/12/2025' });
    expect(done.status).toBe(303);
    at = String(done.headers.location).replace('/chuong-trinh', '');
    expect((await sessionOf(world.office, id())).seats).toHaveLength(6);
  });

  it('stand on the first page of whoever runs them and of whoever sits in them', async () => {
    const first = async (agent: TestAgent) => textOf((await agent.get('/').expect(200)).text);
    expect(await first(office)).toContain('Lập chương trình: Phiên họp xét khen thưởng');
    expect(await first(page(MEMBERS[1]))).toContain('Dự phiên họp: Phiên họp xét khen thưởng');
  });

  it('invite whoever has a seat', async () => {
    const { text } = await page(MEMBERS[3]).get('/thong-bao');
    expect(textOf(text)).toContain(
      'Mời anh/chị dự Phiên họp xét khen thưởng lúc 14:00, 15/12/2025, Phòng họp tầng 3.',
    );
  });

  it('make the agenda, call the roll and open the session', async () => {
    const chon = ['TT-01', 'CN-01'].map((code) => world.nominations.get(code));
    const agenda = { chon, 'hinh-thuc': 'BK', cach: 'secret' };
    const nothing = await sendForm(office, `${at}/chuong-trinh`, `${at}/chuong-trinh`, { cach: 'secret' });
    expect(nothing.status).toBe(422);
    expect(textOf(nothing.text)).toContain('Hãy chọn ít nhất một đề nghị và một hình thức khen thưởng.');
    expect((await sendForm(office, `${at}/chuong-trinh`, `${at}/chuong-trinh`, agenda)).status).toBe(303);
    const { seats, version } = await sessionOf(world.office, id());
    const marks = Object.fromEntries(seats.map((seat) => [`co-mat-${seat.id}`, 'present']));
    const roll = await sendForm(office, `${at}/diem-danh`, `${at}/diem-danh`, { version, ...marks });
    expect(roll.status).toBe(303);
    expect((await sendForm(office, at, `${at}/khai-mac`, {})).status).toBe(303);
    items = (await sessionOf(world.office, id())).items.map((item) => item.id);
    const unmarked = await sendForm(office, `${at}/bieu-quyet`, `${at}/bieu-quyet`, {});
    expect(unmarked.status).toBe(422);
    expect(textOf(unmarked.text)).toMatch(/Mở biểu quyết .* Chưa chọn nội dung nào\./);
    const opened = await sendForm(office, `${at}/bieu-quyet`, `${at}/bieu-quyet`, { chon: items });
    expect([opened.status, opened.headers.location]).toEqual([303, at]);
  });

  it('tell a member first what to do, and take a full paper only', async () => {
    expect(textOf((await page(MEMBERS[1]).get('/hoi-dong')).text)).toContain('Bỏ phiếu 2 nội dung');
    const half = paperOf({ [items[0] ?? '']: 'yes' });
    const refused = await sendForm(page(MEMBERS[1]), `${at}/phieu`, `${at}/phieu`, half);
    expect(refused.status).toBe(422);
    expect(textOf(refused.text)).toContain('Nội dung 2: hãy chọn một ý kiến');
    expect(refused.text.match(/ checked/g)).toHaveLength(1);
    const full = paperOf({ [items[0] ?? '']: 'yes', [items[1] ?? '']: 'no' });
    const cast = await sendForm(page(MEMBERS[1]), `${at}/phieu`, `${at}/phieu`, full);
    expect([cast.status, cast.headers.location]).toEqual([303, `${at}/phieu`]);
  });

  it('thank whoever has voted and say nothing of the votes', async () => {
    const words = textOf((await page(MEMBERS[1]).get(`${at}/phieu`)).text);
    expect(words).toContain('Đã nhận phiếu của anh/chị. Xin cảm ơn.');
    expect(words).not.toMatch(/đồng ý/i);
    const session = textOf((await page(MEMBERS[1]).get(at)).text);
    expect(session).toContain('Đã bỏ phiếu 1/5');
    expect(session).not.toMatch(/đồng ý \d/i);
  });

  it('ask for a reason to end a vote early, then show the counts and who has voted', async () => {
    for (const name of [MEMBERS[0], MEMBERS[2], MEMBERS[3]]) {
      const paper = paperOf({ [items[0] ?? '']: 'yes', [items[1] ?? '']: 'yes' });
      expect((await sendForm(page(name), `${at}/phieu`, `${at}/phieu`, paper)).status).toBe(303);
    }
    const unmarked = await sendForm(office, `${at}/kiem-phieu`, `${at}/kiem-phieu`, { 'ly-do': 'Về trước' });
    expect(unmarked.status).toBe(422);
    expect(textOf(unmarked.text)).toMatch(/Chưa kiểm phiếu được Chưa chọn nội dung nào\..* Về trước/);
    const close = (reason: string) =>
      sendForm(office, `${at}/kiem-phieu`, `${at}/kiem-phieu`, { chon: items, 'ly-do': reason });
    const refused = await close('');
    expect(refused.status).toBe(422);
    expect(textOf(refused.text)).toContain('còn 1 người chưa bỏ phiếu');
    expect((await close('Một thành viên về trước')).status).toBe(303);
    const words = textOf((await page(MEMBERS[4]).get(at)).text);
    expect(words).toContain('Đồng ý 4, không đồng ý 0, không có ý kiến 0');
    expect(words).toContain('Đạt: cần trên 1/2 trong tổng số 5 thành viên, tức ít nhất 3 phiếu đồng ý');
    expect(words).toContain('Đồng ý 3, không đồng ý 1, không có ý kiến 0');
    expect(words).toContain(`Danh sách đã bỏ phiếu ${MEMBERS.slice(0, 4).join(', ')}`);
    expect(words).toContain('Lý do: Một thành viên về trước');
  });

  it('name the criterion of points that are too many above the sheet', async () => {
    const sheet = `${at}/cham-diem/${world.nominations.get('TT-01')}`;
    const fields = { version: 0, viec: 'cham', 'diem-0': '31' };
    const refused = await sendForm(page(MEMBERS[0]), sheet, sheet, fields);
    expect(refused.status).toBe(422);
    expect(summaryIn(refused.text)).toEqual(['Điểm tiêu chí a: điểm 31 vượt điểm tối đa 20']);
  });

  it('tell whoever comes to annul a vote that it is over', async () => {
    const late = await office.get(`${at}/muc/${items[0]}/huy`);
    expect(late.status).toBe(409);
    expect(textOf(late.text)).toContain('Nội dung này không trong thời gian biểu quyết.');
  });

  it('end the session for good', async () => {
    expect((await sendForm(office, `${at}/be-mac`, `${at}/be-mac`, {})).status).toBe(303);
    const again = await sendForm(office, `${at}/be-mac`, `${at}/be-mac`, {});
    expect(again.status).toBe(409);
    expect(textOf(again.text)).toContain('Phiên họp số 1 đã bế mạc');
  });

  it.each([
    'chuong-trinh',
    'diem-danh',
    'bieu-quyet',
    'kiem-phieu',
    'y-kien',
    'be-mac',
    'sua',
    'bo-phieu-lai',
    'thong-nhat',
  ])('open %s to the office alone', async (path) => {
    expect((await office.get(`${at}/${path}`)).status).toBe(200);
    expect((await page(MEMBERS[0]).get(`${at}/${path}`)).status).toBe(403);
    const leader = await world.app.browser({ username: 'lanh-dao', groups: ['leadership'] });
    expect((await leader.get(`${at}/${path}`)).status).toBe(403);
    expect((await leader.get(at)).status).toBe(200);
  });
});
