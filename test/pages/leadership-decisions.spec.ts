import type TestAgent from 'supertest/lib/agent';
import { type Leaders, register, startLeaders, stateOf, taken } from '../awards/support';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { summaryIn } from '../support/error-summary';
import { PHASE, propose } from '../support/opened-phase';
import { rowsOf, sheetAt } from '../support/sheet-of';
import { sendForm } from '../support/start-app';

const BASE = `/lanh-dao/${CAMPAIGN}/GD1`;
const DECIDE = `${BASE}/quyet-dinh`;

describeOnEachDatabase('the pages of deciding', (db) => {
  let leaders: Leaders;
  let first: TestAgent;
  let second: TestAgent;
  let office: TestAgent;
  let proposal: string;
  beforeAll(async () => {
    leaders = await startLeaders(db);
    first = await leaders.api.browser({ username: 'giam-doc', groups: ['leadership'] });
    second = await leaders.api.browser({ username: 'pho-giam-doc', groups: ['leadership'] });
    office = await leaders.api.browser({ username: 'van-phong', name: 'Ngô Thị Lan', groups: ['office'] });
  });

  const idOf = async (code: string, award: string) => {
    const { body } = await leaders.office.get(`${PHASE}/decisions?size=200`).expect(200);
    const lines = (body as { items: { id: string; nomination: string; award: string }[] }).items;
    return lines.findLast((line) => line.nomination === code && line.award === award)?.id ?? '';
  };

  it('ask for a proposal of the inputs as they are before anybody decides', async () => {
    const { text } = await first.get(DECIDE).expect(200);
    expect(text).toContain('Chưa quyết định được');
    expect((await first.get('/lanh-dao').expect(200)).text).toContain('Lập phương án: 15 đề nghị');
    proposal = await propose(leaders.office);
    expect((await first.get(DECIDE).expect(200)).text).toContain('Theo phương án số 1');
    expect((await first.get('/lanh-dao').expect(200)).text).toContain(
      'Quyết định theo phương án: còn 15 đề nghị chưa có kết quả, 9 suất chưa dùng',
    );
  });

  /** Whom the page that ends the phase says it would pass over: award and pool, and how many. */
  const passedOver = async () => {
    const { text } = await first.get(`${BASE}/ket-thuc`).expect(200);
    const told = text.matchAll(
      /: còn suất, có (\d+) đề nghị.*?hinh-thuc&#x3D;(\w+)&amp;nhom&#x3D;([\w-]+)"/g,
    );
    return [...told].map(([, count, award, pool]) => `${award} ${pool} ${count}`);
  };

  it('say at the end of the phase whom it would pass over', async () => {
    expect(await passedOver()).toEqual(['BK tap-the 2', 'BK ca-nhan 2', 'GK tap-the 2', 'GK ca-nhan 3']);
  });

  it('let one leader decide for several at once and the other confirm them', async () => {
    const fields = { proposal, award: 'BK', pool: 'tap-the', chon: ['TT-01', 'TT-02'] };
    const decided = await sendForm(first, DECIDE, DECIDE, fields);
    expect([decided.status, decided.headers['location']]).toEqual([
      303,
      `${DECIDE}?hinh-thuc=BK&nhom=tap-the`,
    ]);
    expect(await register(leaders.office)).toEqual(['TT-01 BK proposed 1', 'TT-02 BK proposed 2']);
    expect(await passedOver()).toEqual(['BK ca-nhan 2', 'GK tap-the 2', 'GK ca-nhan 3']);
    expect((await second.get('/lanh-dao')).text).toContain('2 quyết định chờ anh/chị xác nhận');
    expect((await first.get('/lanh-dao')).text).not.toContain('chờ anh/chị xác nhận');

    const boxes = async (agent: TestAgent) => {
      const { text } = await agent.get(`${DECIDE}?hinh-thuc=BK&nhom=tap-the`).expect(200);
      return [/data-check-all/g, /name="chon"/g].map((box) => text.match(box)?.length ?? 0);
    };
    expect([await boxes(first), await boxes(second)]).toEqual([
      [0, 0],
      [1, 2],
    ]);

    const ids = [await idOf('TT-01', 'BK'), await idOf('TT-02', 'BK')];
    const own = await sendForm(first, DECIDE, `${DECIDE}/xac-nhan`, { chon: ids });
    expect(own.status).toBe(422);
    expect(own.text).toContain('không tự xác nhận quyết định của mình');
    const confirmed = await sendForm(second, DECIDE, `${DECIDE}/xac-nhan`, { chon: ids });
    expect(confirmed.status).toBe(303);
    expect(await register(leaders.office)).toEqual(['TT-01 BK confirmed 1', 'TT-02 BK confirmed 2']);
  });

  it('say so to whoever has chosen nothing, and change nothing', async () => {
    const before = await register(leaders.office);
    for (const path of [DECIDE, `${DECIDE}/xac-nhan`]) {
      const answer = await sendForm(second, DECIDE, path, { proposal, award: 'BK', pool: 'tap-the' });
      expect([answer.status, answer.text.includes('Chưa chọn hồ sơ nào')]).toEqual([422, true]);
    }
    expect(await register(leaders.office)).toEqual(before);
  });

  it('do for the others what one of several is refused', async () => {
    const fields = { proposal, award: 'GK', pool: 'tap-the', chon: ['TT-01', 'TT-03'] };
    const { status, text } = await sendForm(first, DECIDE, DECIDE, fields);
    expect(status).toBe(422);
    expect(text).toContain('Đề nghị “TT-01” đã được quyết định một hình thức khen thưởng');
    expect(await register(leaders.office)).toContain('TT-03 GK proposed 1');
  });

  it('keep what was typed when a decision that departs has no reason', async () => {
    const form = `${DECIDE}/khac`;
    const typed = {
      proposal,
      nomination: 'TT-04',
      award: 'GK',
      reason: '',
      number: '12/QĐ',
      date: '31/02/2026',
    };
    const wrong = await sendForm(first, form, form, typed);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="12/QĐ"');
    expect(wrong.text).toContain('value="31/02/2026"');
    expect(wrong.text).toContain('href="#date"');
    const without = await sendForm(first, form, form, { ...typed, date: '' });
    expect(without.status).toBe(422);
    expect(without.text).toContain('phải ghi rõ lý do');
    const good = { ...typed, date: '28/02/2026', reason: 'Ban Giám đốc thống nhất' };
    expect((await sendForm(first, form, form, good)).status).toBe(303);
    const page = await first.get(`${DECIDE}/${await idOf('TT-04', 'GK')}`).expect(200);
    expect(page.text).toContain('28/02/2026');
    expect(page.text).toContain('Ban Giám đốc thống nhất');
  });

  it('take back what is not confirmed, with a reason', async () => {
    const at = `${DECIDE}/${await idOf('TT-04', 'GK')}/thu-lai`;
    expect((await sendForm(first, at, at, { reason: '' })).text).toContain('Hãy ghi rõ lý do');
    expect((await sendForm(first, at, at, { reason: 'Ghi nhầm' })).status).toBe(303);
    expect(await register(leaders.office)).toContain('TT-04 GK taken-back 2');
  });

  it('show a refusal once more before it is written down, then who comes next', async () => {
    const id = await idOf('TT-01', 'BK');
    const at = `${DECIDE}/${id}/tu-choi`;
    const form = (await office.get(at).expect(200)).text;
    expect(form).toContain('Kế tiếp theo xếp hạng: Trung tâm Ứng dụng Tiến bộ KH&amp;CN (TT-03)');
    const typed = { date: '12/5/2026', document: '1234/UBND-VX', reason: 'Chưa đủ điều kiện' };
    const empty = await sendForm(office, at, at, { ...typed, date: '12/13/2026', document: '' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('href="#date"');
    expect(empty.text).toContain('href="#document"');
    expect(summaryIn(empty.text)).toEqual([
      'Ngày văn bản: ngày phải có thật, viết theo dạng ngày/tháng/năm, ví dụ 12/05/2026',
      'Số, ký hiệu văn bản: hãy ghi số, ký hiệu văn bản',
    ]);
    const review = await sendForm(office, at, at, typed);
    expect(review.status).toBe(200);
    expect(review.text).toContain('Kiểm tra lại trước khi ghi');
    expect(await register(leaders.office)).toContain('TT-01 BK confirmed 1');
    const done = await sendForm(office, at, at, { ...typed, 'xac-nhan': '1' });
    expect(done.headers['location']).toBe(`${DECIDE}/${id}`);
    expect(await register(leaders.office)).toContain('TT-01 BK refused 1');
    const page = (await first.get(`${DECIDE}/${id}`).expect(200)).text;
    expect(page).toContain('Văn bản 1234/UBND-VX ngày 12/05/2026');
    expect(page).toContain('Quyết định cho Trung tâm Ứng dụng Tiến bộ KH&amp;CN');
  });

  it('promote the next by the link beside the name', async () => {
    const { text } = await first.get(`${DECIDE}/${await idOf('TT-01', 'BK')}`);
    const page = text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
    const link = /href="([^"]+khac\?ma=TT-03[^"]+)"/.exec(page)?.[1] ?? '';
    const form = (await first.get(link).expect(200)).text;
    expect(form).toContain('suất đang giữ được trả lại ngay');
    const reason = /<textarea id="reason"[^>]*>\s*([^<]+)<\/textarea>/.exec(form)?.[1] ?? '';
    expect(reason).toContain('Kế tiếp trong danh sách dự phòng');
    const sent = { proposal, nomination: 'TT-03', award: 'BK', reason };
    expect((await sendForm(first, link, `${DECIDE}/khac`, sent)).status).toBe(303);
    expect(await taken(leaders.office)).toEqual(expect.arrayContaining(['BK tap-the 2', 'GK tap-the 0']));
  });

  it('revoke with what has to be given back', async () => {
    const id = await idOf('TT-02', 'BK');
    const at = `${DECIDE}/${id}/thu-hoi`;
    expect((await office.get(at)).status).toBe(403);
    const text = (await first.get(at).expect(200)).text;
    expect(text).toContain('tiền thưởng bằng 3 lần mức lương cơ sở');
    const typed = { date: '01/03/2026', document: '5/QĐ', reason: 'Kê khai gian dối', 'xac-nhan': '1' };
    expect((await sendForm(first, at, at, typed)).status).toBe(303);
    expect(await stateOf(leaders, 'TT-02')).toBe('revoked');
    expect((await first.get(`${DECIDE}/${id}`)).text).toContain('Phải thu hồi');
  });

  it('call what was revoked revoked, in the ranking, its list and the checks of the nomination', async () => {
    const ranking = `${BASE}?nhom=tap-the`;
    const { text } = await first.get(ranking).expect(200);
    expect(text).toContain('Đã thu hồi');
    expect(text).not.toMatch(/đã rút/i);
    const rows = rowsOf(await sheetAt(first, `${ranking}&dang=xlsx`));
    expect(rows.find((row) => row['Mã hồ sơ'] === 'TT-02')).toMatchObject({
      'Kết quả theo dữ liệu hiện nay': 'Đã thu hồi',
    });
    expect(JSON.stringify(rows)).not.toMatch(/đã rút/i);
    const checks = await office.get(`/de-nghi/${leaders.ids.get('TT-02')}/dieu-kien`).expect(200);
    expect(checks.text).toContain('khen thưởng không bị thu hồi');
    expect(checks.text).not.toMatch(/đã rút/i);
  });

  it('print the register with the head of the audit chain', async () => {
    const { text } = await office.get(`${BASE}/so-quyet-dinh`).expect(200);
    const [head] = await db.unitOfWork.reader.query('SELECT "hash" FROM "audit_head"');
    expect(text).toContain(head.hash);
    expect(text).toContain('Cấp trên không tặng');
    expect(text).toContain(`href="/van-phong/van-ban/${CAMPAIGN}/GD1"`);
  });

  it('end the phase and publish, each by its group', async () => {
    const end = `${BASE}/ket-thuc`;
    expect((await office.get(end)).text).toContain('Lãnh đạo kết thúc xét khi đã quyết định xong.');
    const early = await sendForm(first, end, end, {});
    expect(early.status).toBe(409);
    expect(early.text).toContain('chờ người thứ hai xác nhận');
    const open = await idOf('TT-03', 'BK');
    await second.get(`${DECIDE}/${open}`).expect(200);
    const back = `${DECIDE}/${open}/thu-lai`;
    expect((await sendForm(second, back, back, { reason: 'Xem xét lại' })).status).toBe(303);
    const lower = `${DECIDE}/${await idOf('TT-03', 'GK')}/thu-lai`;
    expect((await sendForm(second, lower, lower, { reason: 'Xem xét lại' })).status).toBe(303);
    expect(await passedOver()).toContain('GK ca-nhan 3');
    expect((await sendForm(first, end, end, {})).status).toBe(303);
    expect(await passedOver()).toEqual([]);
    expect((await sendForm(first, end, `${BASE}/cong-bo`, {})).status).toBe(403);
    expect((await office.get('/lanh-dao')).text).toContain('Công bố kết quả của');
    expect((await sendForm(office, end, `${BASE}/cong-bo`, {})).status).toBe(303);
    expect(await stateOf(leaders, 'TT-04')).toBe('notified');
    expect((await office.get(end)).text).toContain('Đã công bố lúc');
  });
});
