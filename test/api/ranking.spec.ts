import { describeOnEachDatabase } from '../support/each-database';
import { PHASE, importWorkedCase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

interface Line {
  criteriaSet: string;
  code: string;
  rank: number | null;
}

describeOnEachDatabase('the ranking', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await importWorkedCase(api.agent);
  });

  const page = async (query: object) =>
    (await api.agent.get(`${PHASE}/ranking`).query(query).expect(200)).body;
  const places = (items: Line[]) => items.map(({ criteriaSet, code }) => `${criteriaSet} ${code}`);

  it('comes in pages that hold every nomination once, pool after pool', async () => {
    const whole = await page({});
    expect(whole.items).toHaveLength(16);
    const parts = await Promise.all([1, 2, 3, 4].map((number) => page({ page: number, size: 5 })));
    expect(parts.map(({ items }) => items.length)).toEqual([5, 5, 5, 1]);
    expect(places(parts.flatMap(({ items }) => items))).toEqual(places(whole.items));
    for (const { total, pools } of parts) expect([total, pools]).toEqual([16, whole.pools]);
    expect(
      whole.pools.map(({ criteriaSet, total }: Line & { total: number }) => [criteriaSet, total]),
    ).toEqual([
      ['tap-the', 7],
      ['ca-nhan', 9],
    ]);
  });

  it('names its neighbours and keeps to the pool that is asked for', async () => {
    const { headers, body } = await api.agent
      .get(`${PHASE}/ranking?criteriaSet=ca-nhan&size=4&page=2`)
      .expect(200);
    expect(headers.link).toContain('criteriaSet=ca-nhan&size=4&page=3>; rel="next"');
    expect([body.total, body.items.length, body.pools.length]).toEqual([9, 4, 1]);
    expect(new Set(body.items.map(({ criteriaSet }: Line) => criteriaSet))).toEqual(new Set(['ca-nhan']));
    expect((await page({ criteriaSet: 'khong-co' })).total).toBe(0);
  });
});
