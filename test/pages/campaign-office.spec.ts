import type TestAgent from 'supertest/lib/agent';
import { CAMPAIGN, caseText } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { summaryIn } from '../support/error-summary';
import { type TestApp, formToken, sendForm, startApp } from '../support/start-app';
import { unitIds } from '../../src/features/units/unit.queries';

const PLANS = '/van-phong/ke-hoach';
const SETTINGS = `/van-phong/giai-doan/${CAMPAIGN}/GD1`;
const QUOTAS = `/van-phong/chi-tieu/${CAMPAIGN}/GD1`;
const DEADLINES = `/van-phong/thoi-han/${CAMPAIGN}/GD1`;
const LATE = `/van-phong/gui-muon/${CAMPAIGN}/GD1`;
const COUNCIL = { 'council.members': '9', 'council.present': '8', 'council.written': '1' };

describeOnEachDatabase('the office at the pages of a campaign', (db) => {
  let api: TestApp;
  let office: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    office = await api.browser({ username: 'van-phong', name: 'Đỗ Thị Hạnh', groups: ['office'] });
  });

  const send = (page: string, fields: object, action = page.split('?')[0] ?? page) =>
    sendForm(office, page, action, fields);
  const upload = async (page: string, text: string, fields: Record<string, string> = {}) => {
    const token = formToken((await office.get(page)).text);
    const request = office
      .post(page)
      .field('_csrf', token)
      .attach('file', Buffer.from(text), 'ke-hoach.yaml');
    for (const [name, value] of Object.entries(fields)) request.field(name, value);
    return request;
  };
  const PLAN = caseText('hung-yen', 'campaign.yaml');

  it('is told every fault of a plan by its line, and gets its text back to mend', async () => {
    const wrong = PLAN.replace('min: 1, max: 2, source: "III.4.a"', 'min: 3, max: 2, source: "III.4.a"');
    const line = wrong.split('\n').findIndex((each) => each.includes('min: 3')) + 1;
    const { status, text } = await upload(PLANS, wrong);
    expect(status).toBe(422);
    expect(text).toMatch(new RegExp(`Dòng ${line}, cột \\d+</strong>: [^<]*mức thấp nhất 3 lớn hơn`));
    expect(text).toContain('schema: thidua/campaign@1');
    expect((await upload(PLANS, '\uFFFF\0')).status).toBe(422);
    expect((await send(PLANS, {})).status).toBe(422);
  });

  it('files a plan from a file or from typed text, and its next version with a reason', async () => {
    const filed = await upload(PLANS, PLAN);
    expect([filed.status, filed.headers['location']]).toEqual([303, `${PLANS}/${CAMPAIGN}`]);
    expect((await send(PLANS, { definition: PLAN })).status).toBe(409);
    const next = PLAN.replace('floor: 80', 'floor: 81');
    const page = `${PLANS}/${CAMPAIGN}`;
    expect((await upload(page, next)).status).toBe(422);
    expect((await upload(page, next, { reason: 'Theo công văn 15' })).status).toBe(303);
    const { text } = await office.get(page).expect(200);
    expect(text).toContain('Theo công văn 15');
    const first = await office.get(`${page}/1`).expect(200);
    expect(first.headers['content-disposition']).toContain('attachment');
    expect(first.text).toBe(PLAN);
  });

  it('opens a phase after all that is wrong with the settings was said beside the fields', async () => {
    const fields = { version: 0, date: '31/02/2025', 'council.members': 'chín' };
    const { status, text } = await send(SETTINGS, fields);
    expect(status).toBe(422);
    expect(text).toContain('value="31/02/2025"');
    expect(text).toContain('value="chín"');
    expect(text).toMatch(/id="date-loi"/);
    expect(text).toMatch(/id="council.members-loi"/);
    expect(summaryIn(text)).toEqual([
      'Tổng số thành viên: cần một số nguyên, nhưng gặp “chín”',
      'Ngày quyết định khen thưởng: chưa có ngày, hoặc ngày không có thật; ghi ngày/tháng/năm, ví dụ 20/11/2026',
    ]);
    const none = await send(SETTINGS, { version: 0, date: '20/12/2025' });
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('id="council.members-loi"')]);
    for (const date of ['', '31/02/2026']) {
      const { status, text } = await send(SETTINGS, { version: 0, 'council.members': '9', date });
      expect(status).toBe(422);
      expect(text).toContain('Chưa có ngày, hoặc ngày không có thật; ghi ngày/tháng/năm, ví dụ 20/11/2026');
      expect(text).not.toContain('năm-tháng-ngày');
    }
    expect(none.text).toContain('chưa ghi tổng số thành viên Hội đồng');
    expect(none.text).not.toMatch(/“(BK|GK)”|members,|id="council.present"/);
    const sound = { version: 0, date: '20/12/2025', 'council.members': '9' };
    const opened = await send(SETTINGS, sound);
    expect([opened.status, opened.headers['location']]).toEqual([303, `/phong-trao/${CAMPAIGN}/GD1`]);
    expect((await send(SETTINGS, sound)).status).toBe(409);
  });

  it('edits what it has seen, and not over somebody else’s edit', async () => {
    expect((await send(SETTINGS, { version: 1, date: '21/12/2025', ...COUNCIL })).status).toBe(303);
    const stale = await send(SETTINGS, { version: 1, date: '22/12/2025', ...COUNCIL });
    expect(stale.status).toBe(412);
    expect(stale.text).toContain('22/12/2025');
    expect((await office.get(SETTINGS)).text).toContain('21/12/2025');
  });

  it('amends a quota with a reason; who was slower is told', async () => {
    const line = { award: 'BK', criteriaSet: 'tap-the', from: '2' };
    const page = `${QUOTAS}?hinhThuc=BK&bo=tap-the`;
    const empty = await send(page, { ...line, max: 'x', reason: '' });
    expect(empty.status).toBe(422);
    expect(empty.text).toMatch(/id="max-loi"/);
    expect(empty.text).toMatch(/id="reason-loi"/);
    expect(summaryIn(empty.text)).toEqual([
      'Số suất mới: cần một số nguyên từ 0 đến 100000',
      'Lý do: chưa ghi lý do điều chỉnh',
    ]);
    expect((await send(page, { ...line, max: '3', reason: 'UBND tỉnh bổ sung' })).status).toBe(303);
    expect((await send(page, { ...line, max: '4', reason: 'Lần hai' })).status).toBe(409);
    const { text } = await office.get(QUOTAS).expect(200);
    expect(text).toContain('2 → 3');
    expect(text).toContain('UBND tỉnh bổ sung');
  });

  it('sets a deadline, keeping what was typed when it is refused, and takes it away', async () => {
    const page = `${DEADLINES}/submission`;
    const typed = {
      version: 0,
      way: 'days',
      workingDays: '0',
      from: '1/11/2026',
      day: '',
      basis: '',
      source: '',
    };
    const { status, text } = await send(page, typed);
    expect(status).toBe(422);
    expect(text).toContain('value="1/11/2026"');
    for (const field of ['workingDays', 'basis', 'source']) expect(text).toContain(`id="${field}-loi"`);
    expect(summaryIn(text)).toEqual([
      'Số ngày làm việc: cần một số nguyên từ 1 đến 250',
      'Ai đặt ra thời hạn: chưa chọn do văn bản quy định hay văn phòng tự đặt',
      'Căn cứ hoặc lý do: chưa ghi điều khoản quy định hoặc lý do đặt thời hạn này',
    ]);
    const sound = { ...typed, workingDays: '10', basis: 'assumed', source: 'Để kịp hội nghị sơ kết' };
    expect((await send(page, sound)).status).toBe(303);
    expect((await office.get(DEADLINES)).text).toContain('13/11/2026');
    expect((await send(page, { ...sound, workingDays: '11' })).status).toBe(412);
    expect((await send(page, { version: 1 }, `${page}/bo`)).status).toBe(303);
    expect((await office.get(DEADLINES)).text).not.toContain('13/11/2026');
    await office.get(`${DEADLINES}/khong-co`).expect(404);
  });

  it('lets a unit be late from the page, once there is something to be late for', async () => {
    expect((await office.get(LATE)).text).toContain('Chưa đặt thời hạn nào cho đơn vị');
    const deadline = { version: 0, way: 'day', day: '20/11/2025', basis: 'stated', source: 'Mục IV' };
    await send(`${DEADLINES}/submission`, deadline);
    const unitName = 'Trung tâm Thông tin';
    await api.browser({ username: 'don-vi', groups: ['unit'], unit: unitName });
    const unit = (await unitIds(db.unitOfWork.reader, [unitName])).get(unitName) ?? '';
    const wrong = await send(LATE, { kind: 'submission', unit, reason: '', until: '01/01/2026' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/id="reason-loi"[\s\S]*Chưa ghi lý do|Chưa ghi lý do/);
    expect(wrong.text).toContain('id="until-loi"');
    expect(summaryIn(wrong.text)).toEqual([
      'Lý do: chưa ghi lý do cho gửi muộn',
      'Đến hết ngày: ngày này đã qua; ghi từ hôm nay trở đi, hoặc bỏ trống',
    ]);
    expect((await send(LATE, { kind: 'submission', unit, reason: 'Mất điện', until: '' })).status).toBe(303);
    expect((await office.get(LATE)).text).toContain('Mất điện');
  });

  it('has these pages to itself', async () => {
    for (const group of ['unit', 'council', 'leadership', 'administrator'] as const) {
      const who = await api.browser({
        username: `nguoi-${group}`,
        groups: [group],
        unit: 'Trung tâm Thông tin',
      });
      for (const page of [PLANS, SETTINGS, QUOTAS, DEADLINES, LATE])
        expect([group, page, (await who.get(page)).status]).toEqual([group, page, 403]);
    }
  });
});
