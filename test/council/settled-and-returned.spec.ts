import { type Leaders, startLeaders } from '../awards/support';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE } from '../support/opened-phase';

const HOW = { criteriaSet: 'ca-nhan', reason: 'Hội đồng bỏ phiếu lại', by: 'Hội đồng', date: '2025-12-22' };

describeOnEachDatabase('a settled tie of which one is given back to its unit', (db) => {
  let leaders: Leaders;
  const settled = async () => {
    const { body } = await leaders.office.get(`${PHASE}/tie-resolutions`).expect(200);
    return (body.items as { order: string[] }[]).map(({ order }) => order);
  };
  const roundNow = async () => {
    const { body } = await leaders.office.post(`${PHASE}/proposals`).expect(201);
    const { body: frozen } = await leaders.office.get(`${API}/proposals/${body.id}/replay`);
    return frozen.same as boolean;
  };

  beforeAll(async () => {
    leaders = await startLeaders(db);
    const one = `${API}/nominations/${leaders.ids.get('CN-03')}`;
    await leaders.office.post(`${one}/reopening`).send({ reason: 'Xem lại' }).expect(201);
    await leaders.office.post(`${one}/return`).send({ reason: 'Bổ sung' }).expect(201);
  });

  it('stays as it was recorded', async () => {
    expect(await settled()).toEqual([['CN-03', 'CN-02']]);
    expect(await roundNow()).toBe(true);
  });

  it('does not keep the settings of its phase from being changed', async () => {
    const { headers, body } = await leaders.office.get(PHASE).expect(200);
    const change = { date: '2025-12-21', council: body.council as object };
    const answer = await leaders.office
      .put(PHASE)
      .set('If-Match', headers.etag ?? '')
      .send(change);
    expect([answer.status, answer.body.findings]).toEqual([200, undefined]);
  });

  it('does not keep another from being settled, but not with who is not there', async () => {
    const settle = (order: string[]) =>
      leaders.office.post(`${PHASE}/tie-resolutions`).send({ ...HOW, award: 'GK', order });
    expect((await settle(['CN-03', 'CN-02'])).body).toMatchObject({
      status: 422,
      findings: [expect.objectContaining({ code: 'unknown-nomination', path: ['order', 0] })],
    });
    await settle(['CN-04', 'CN-02']).expect(201);
  });
});
