import { Database } from '../../src/platform/database/database';
import { describeOnEachDatabase } from '../support/each-database';
import { nominationsOf } from '../support/cases';
import { API, PHASE, openWorkedPhase, propose } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

const LISTS = [
  `${PHASE}/nominations`,
  `${PHASE}/nominations?q=phong&sort=unit&direction=desc`,
  `${PHASE}/ranking`,
  `${PHASE}/decisions`,
  `${PHASE}/proposals`,
  `${PHASE}/tie-resolutions`,
  `${PHASE}/amendments`,
  `${API}/units`,
];

describeOnEachDatabase('a list', (db) => {
  let api: TestApp;
  let sent = 0;
  beforeAll(async () => {
    api = await startApp(db);
    await openWorkedPhase(api.agent);
  });

  /** Nominations with all their parts, each of a unit of its own, until there are so many. */
  const growTo = async (count: number) => {
    const [model] = nominationsOf('hung-yen').nominations;
    for (; sent < count; sent += 1)
      await api.agent
        .post(`${PHASE}/nominations`)
        .send({ ...model, code: `TT-${sent + 1}`, unit: `Phòng ${sent + 1}` })
        .expect(201);
    await propose(api.agent);
  };

  const queriesOf = async (url: string) => {
    const { dataSource } = api.app.get(Database).reader;
    const { logger } = dataSource;
    let queries = 0;
    dataSource.logger = Object.assign(Object.create(logger), { logQuery: () => (queries += 1) });
    await api.agent.get(url).expect(200);
    dataSource.logger = logger;
    return queries;
  };

  it('takes the same number of queries for 1, 3 and 50 rows', async () => {
    const counts: number[][] = [];
    for (const rows of [1, 3, 50]) {
      await growTo(rows);
      const taken: number[] = [];
      for (const url of LISTS) taken.push(await queriesOf(url));
      counts.push(taken);
    }
    expect(Math.min(...counts.flat())).toBeGreaterThan(0);
    expect(counts[1]).toEqual(counts[0]);
    expect(counts[2]).toEqual(counts[0]);
  });

  it('comes in pages that hold every row once', async () => {
    const codes: string[] = [];
    for (const page of [1, 2, 3]) {
      const { body, headers } = await api.agent.get(`${PHASE}/nominations?size=20&page=${page}`).expect(200);
      expect(body.total).toBe(50);
      expect(headers.link).toContain('rel="first"');
      codes.push(...body.items.map(({ code }: { code: string }) => code));
    }
    expect(new Set(codes).size).toBe(50);
  });

  it.each(['sort=name', 'sort=unit&direction=desc', 'sort=code'])(
    'by %s comes page by page in the order of the whole, from the first to beyond the last',
    async (sort) => {
      const page = async (size: number, number: number): Promise<string[]> => {
        const { body } = await api.agent
          .get(`${PHASE}/nominations?${sort}&size=${size}&page=${number}`)
          .expect(200);
        return body.items.map(({ code }: { code: string }) => code);
      };
      const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => page(7, number)));
      expect(pages.map(({ length }) => length)).toEqual([7, 7, 7, 7, 7, 7, 7, 1, 0]);
      expect(pages.flat()).toEqual(await page(200, 1));
    },
  );
});

describeOnEachDatabase('a search of the worked nominations', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    const { date, council } = await openWorkedPhase(api.agent);
    const document = { ...nominationsOf('hung-yen'), date, council };
    await api.agent.post(`${PHASE}/imports`).send(document).expect(201);
  });

  const codes = async (query: object) => {
    const { body } = await api.agent.get(`${PHASE}/nominations`).query(query).expect(200);
    return body.items.map(({ code }: { code: string }) => code);
  };

  it.each(['quoc dat', 'Quốc Đạt', 'QUỐC  ĐẠT', 'cn-06'])('finds Vũ Quốc Đạt by “%s”', async (q) => {
    expect(await codes({ q })).toEqual(['CN-06']);
  });

  it('keeps to the pool, the state and the unit that are asked for', async () => {
    expect(await codes({ criteriaSet: 'tap-the', sort: 'code' })).toEqual([
      'TT-01',
      'TT-02',
      'TT-03',
      'TT-04',
      'TT-05',
      'TT-06',
      'TT-07',
    ]);
    expect(await codes({ state: 'withdrawn' })).toEqual([]);
    const { body } = await api.agent.get(`${API}/units?q=thanh tra`).expect(200);
    expect(body.items).toHaveLength(1);
    expect(await codes({ unit: body.items[0].id })).toContain('CN-06');
  });

  it('lists people by given name in Vietnamese order', async () => {
    const { body } = await api.agent.get(`${PHASE}/nominations?criteriaSet=ca-nhan`).expect(200);
    const given = body.items.map(({ name }: { name: string }) => name.split(' ').at(-1) ?? '');
    expect(given).toHaveLength(9);
    expect(given).toEqual(given.toSorted(new Intl.Collator('vi').compare));
  });
});
