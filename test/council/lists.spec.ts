import type TestAgent from 'supertest/lib/agent';
import { Database } from '../../src/platform/database/database';
import { nominationsOf } from '../support/cases';
import { TestDatabase } from '../support/each-database';
import {
  type CouncilWorld,
  MEMBERS,
  SESSIONS,
  callRoll,
  councilWorld,
  member,
  openPolls,
  opened,
  planned,
  sessionOf,
} from './support';

const MOST_BYTES = 100 * 1024;
const COPIES = 60;

describe('the lists of the council', () => {
  const db = new TestDatabase('sqlite');
  let world: CouncilWorld;
  let office: TestAgent;
  beforeAll(async () => {
    await db.open();
    // Sixty copies of one nominee: more than one page.
    world = await councilWorld(db, {
      campaign: (text) => text.replace('official: appraisal', 'official: council'),
      round: (round) => {
        const [model] = nominationsOf('hung-yen').nominations;
        const bare = {
          ...model,
          code: '',
          name: '',
          scores: { self: {}, appraisal: {}, ...model?.scores },
          ballots: {},
        };
        const many = Array.from({ length: COPIES }, (_each, at) => ({
          ...bare,
          code: `TT-${at + 1}`,
          name: `Phòng số ${at + 1}`,
        }));
        return { ...round, participants: { 'tap-the': COPIES }, nominations: many };
      },
    });
    office = await world.app.browser({ username: 'van-phong', groups: ['office'] });
  });
  afterAll(() => db.close());

  async function queriesOf(agent: TestAgent, url: string): Promise<number> {
    const { dataSource } = world.app.app.get(Database).reader;
    const { logger } = dataSource;
    let queries = 0;
    dataSource.logger = Object.assign(Object.create(logger), { logQuery: () => (queries += 1) });
    const { text, status } = await agent.get(url);
    dataSource.logger = logger;
    expect([url, status]).toEqual([url, 200]);
    expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
    return queries;
  }

  it('take the same number of queries for one session as for three', async () => {
    const counts = [];
    for (const more of [1, 2]) {
      for (let at = 0; at < more; at += 1) {
        await openPolls(world, await opened(world, { codes: ['TT-1'] }));
        await planned(world);
      }
      counts.push([
        await queriesOf(office, '/hoi-dong'),
        await queriesOf(member(world, MEMBERS[1]).page, '/hoi-dong'),
        await queriesOf(member(world, MEMBERS[1]).page, '/'),
        await queriesOf(world.office, SESSIONS),
      ]);
    }
    expect(counts[1]).toEqual(counts[0]);
  });

  it('take the same number of queries for one question as for sixty, and pages of 100 KB at most', async () => {
    const id = await planned(world);
    const [first, ...others] = [...world.nominations.values()];
    const voter = member(world, MEMBERS[1]);
    const counts = [];
    for (const nominations of [[first], others]) {
      const wanted = { nominations, awards: ['BK'], method: 'secret' };
      await world.office.post(`${SESSIONS}/${id}/items`).send(wanted).expect(201);
      if (nominations.length === 1) {
        await callRoll(world, id);
        await world.office.post(`${SESSIONS}/${id}/opening`).expect(201);
      }
      await openPolls(world, id);
      const taken = [];
      for (const path of ['', '/kiem-phieu', '/cham-diem', '/bieu-quyet', '/y-kien'])
        taken.push(await queriesOf(office, `/hoi-dong/${id}${path}`));
      for (const path of ['', '/phieu', '/cham-diem'])
        taken.push(await queriesOf(voter.page, `/hoi-dong/${id}${path}`));
      taken.push(await queriesOf(voter.api, `${SESSIONS}/${id}`));
      counts.push(taken);
    }
    expect(counts[1]).toEqual(counts[0]);
    expect((await sessionOf(world.office, id)).items).toHaveLength(COPIES);
  });
});
