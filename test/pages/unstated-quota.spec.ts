import type TestAgent from 'supertest/lib/agent';
import { CAMPAIGN, caseText, nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE } from '../support/opened-phase';
import { type TestApp, sendForm, startApp } from '../support/start-app';
import { textOf } from '../support/text-of';

const QUOTAS = `/van-phong/chi-tieu/${CAMPAIGN}/GD1`;
const LINE = { award: 'BK', criteriaSet: 'tap-the', from: '' };
const FORM = `${QUOTAS}?hinhThuc=BK&bo=tap-the`;

describeOnEachDatabase('a quota that the plan does not state', (db) => {
  let api: TestApp;
  let office: TestAgent;
  beforeAll(async () => {
    api = await startApp(db);
    office = await api.browser({ username: 'van-phong', groups: ['office'] });
    const definition = caseText('hung-yen', 'campaign.yaml')
      .replace('collective, min: 1, max: 2', 'collective')
      .replace('individual, min: 1, max: 2', 'individual');
    await api.agent.post(`${API}/campaigns`).send({ definition }).expect(201);
    const { date, council } = nominationsOf('hung-yen');
    await api.agent.post(`${PHASE}/opening`).send({ date, council }).expect(201);
  });

  const textAt = async (address: string) => textOf((await office.get(address).expect(200)).text);
  const amend = (fields: object) => sendForm(office, FORM, QUOTAS, { ...LINE, ...fields });

  it('is said to be none, not 0', async () => {
    expect(await textAt(QUOTAS)).toContain('Tập thể không nêu 0 Điều chỉnh');
    expect(await textAt(`/lanh-dao/${CAMPAIGN}/GD1/quyet-dinh`)).toContain('không nêu 0 0 –');
  });

  it('stays unstated when its form is sent as it came', async () => {
    const { text } = await office.get(FORM).expect(200);
    expect(textOf(text)).toContain('Kế hoạch không nêu số lượng');
    const max = /<input[^>]*name="max"[^>]*value="([^"]*)"/.exec(text)?.[1];
    expect(max).toBe('');
    const sent = await amend({ max, reason: 'Không đổi gì' });
    expect([sent.status, sent.text]).toEqual([422, expect.stringContaining('id="max-loi"')]);
    expect(sent.text).toContain('Không đổi gì');
    expect(await textAt(QUOTAS)).toContain('Chưa điều chỉnh lần nào');
  });

  it('is a number once people have given one, also none', async () => {
    expect((await amend({ max: '0', reason: 'Năm nay không tặng' })).status).toBe(303);
    db.clock.set('2026-03-02T02:00:00.000Z');
    expect((await amend({ max: '2', reason: 'Nhìn trang cũ' })).status).toBe(409);
    expect((await amend({ from: '0', max: '3', reason: 'Tỉnh giao' })).status).toBe(303);
    const text = await textAt(QUOTAS);
    expect(text).toContain('không nêu → 0');
    expect(text).toContain('0 → 3');
  });

  it('is null to programs, which amend it as what they saw', async () => {
    const line = { award: 'BK', criteriaSet: 'ca-nhan' };
    const standing = async () => {
      const { body } = await api.agent.get(PHASE).expect(200);
      return body.quotas.find((each: typeof line) => each.award === 'BK' && each.criteriaSet === 'ca-nhan');
    };
    expect(await standing()).toEqual({ ...line, max: null, amended: false, taken: 0 });
    db.clock.set('2026-03-02T03:00:00.000Z');
    const change = { ...line, from: null, max: 4, reason: 'Tỉnh giao' };
    const { body } = await api.agent.post(`${PHASE}/amendments`).send(change).expect(201);
    expect(body).toMatchObject({ ...line, from: null, to: 4 });
    expect(await standing()).toEqual({ ...line, max: 4, amended: true, taken: 0 });
    expect((await api.agent.post(`${PHASE}/amendments`).send(change)).body.code).toBe('quota-changed');
    const { body: amended } = await api.agent.get(`${PHASE}/amendments`).expect(200);
    expect(amended.items.map(({ from, to }: { from: unknown; to: unknown }) => [from, to])).toEqual([
      [null, 0],
      [0, 3],
      [null, 4],
    ]);
  });

  it('is amended only by another number, the stated one too', async () => {
    const stated = { award: 'GK', criteriaSet: 'tap-the', from: '2', max: '2', reason: 'Không đổi gì' };
    const sent = await sendForm(office, FORM, QUOTAS, stated);
    expect([sent.status, textOf(sent.text)]).toEqual([409, expect.stringContaining('không cần điều chỉnh')]);
  });
});
