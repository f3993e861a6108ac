import type TestAgent from 'supertest/lib/agent';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { wordsOf } from '../support/office-world';
import { PHASE } from '../support/opened-phase';
import { type TestApp, sendForm } from '../support/start-app';
import { tiedWorld } from '../support/tied-world';

const RANKING = `/lanh-dao/${CAMPAIGN}/GD1?nhom=ca-nhan`;
const TIE = `/lanh-dao/${CAMPAIGN}/GD1/dong-hang`;
const FORM = `${TIE}?nhom=ca-nhan&hinh-thuc=BK`;
const SAID = {
  nhom: 'ca-nhan',
  'hinh-thuc': 'BK',
  way: 'xep-thu-tu',
  'thu-tu-CN-02': '2',
  'thu-tu-CN-03': '1',
  by: 'Hội đồng Thi đua - Khen thưởng Sở',
  date: '22/12/2025',
  reason: 'Hội đồng bỏ phiếu lại: 6 và 3 phiếu',
};

describeOnEachDatabase('settling a tie', (db) => {
  let api: TestApp;
  let leader: TestAgent;
  beforeAll(async () => {
    ({ api, leader } = await tiedWorld(db));
  });

  const send = (fields: object) => sendForm(leader, FORM, TIE, { ...SAID, ...fields });
  const recorded = async () =>
    ((await api.agent.get(`${PHASE}/tie-resolutions`).expect(200)).body as { items: object[] }).items;

  it('has its form beside the lead to the council', async () => {
    const { text } = await leader.get(RANKING).expect(200);
    expect(text).toContain('Ghi kết luận xử lý đồng hạng');
    const form = wordsOf((await leader.get(FORM).expect(200)).text);
    expect(form).toContain('2 hồ sơ đồng hạng, còn 1 suất');
    expect(form).toContain('Trần Đức Bình');
  });

  it('is named on the page that would end the deciding without it', async () => {
    const end = (await leader.get(`/lanh-dao/${CAMPAIGN}/GD1/ket-thuc`).expect(200)).text;
    expect(wordsOf(end)).toMatch(/Bằng khen [^:]+cá nhân: còn suất, có 2 đề nghị đồng hạng chưa được xử lý/);
  });

  it.each([
    [{ way: '' }, 'Cần chọn xếp thứ tự hay để trống suất'],
    [{ 'thu-tu-CN-02': '' }, 'Cần ghi thứ tự cho ít nhất 2 hồ sơ'],
    [{ 'thu-tu-CN-02': '1' }, 'Thứ tự phải là các số từ 1 đến 2'],
    [{ date: '31/02/2025' }, '31/02/2025'],
    [{ reason: '' }, 'id="reason-loi"'],
  ])('refuses %j beside the field, keeps what was typed, and records nothing', async (fields, told) => {
    const { status, text } = await send(fields);
    expect([status, text]).toEqual([422, expect.stringContaining(told)]);
    expect(text).toContain('value="Hội đồng Thi đua - Khen thưởng Sở"');
    expect(await recorded()).toEqual([]);
  });

  it('is shown once more before it counts, and can be mended', async () => {
    const review = await send({});
    expect([review.status, wordsOf(review.text)]).toEqual([
      200,
      expect.stringMatching(/1\. .*\(CN-03\).* 2\. Trần Đức Bình \(CN-02\)/),
    ]);
    expect(await recorded()).toEqual([]);
    const again = await send({ sua: '1' });
    expect(again.text).toContain('name="thu-tu-CN-03" value="1"');
  });

  it('is recorded with its reason, and the ranking goes by it', async () => {
    const done = await send({ 'xac-nhan': '1' });
    expect([done.status, done.headers.location]).toEqual([303, `/lanh-dao/${CAMPAIGN}/GD1`]);
    expect(await recorded()).toEqual([
      expect.objectContaining({
        criteriaSet: 'ca-nhan',
        award: 'BK',
        order: ['CN-03', 'CN-02'],
        leaveVacant: false,
        reason: SAID.reason,
        by: SAID.by,
        date: '2025-12-22',
      }),
    ]);
    expect((await leader.get(RANKING)).text).not.toContain('Ghi kết luận xử lý đồng hạng');
    expect((await leader.get(FORM)).status).toBe(409);
  });
});

describeOnEachDatabase('a tie that was left when the deciding ended', (db) => {
  it('is settled on the page as by the API: a place may become free for those who are tied', async () => {
    const { api, leader } = await tiedWorld(db);
    await api.agent.post(`${PHASE}/conclusion`).expect(201);
    const review = await sendForm(leader, FORM, TIE, SAID);
    expect([review.status, review.text]).toEqual([200, expect.stringContaining('name="xac-nhan"')]);
    const done = await sendForm(leader, FORM, TIE, { ...SAID, 'xac-nhan': '1' });
    expect(done.status).toBe(303);
  });
});
