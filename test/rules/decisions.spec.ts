import { TestDatabase } from '../support/each-database';
import { DECISIONS, UNIT_CAP } from './rows/decisions';
import { type LeaderWorld, leaderWorld } from './support/round';
import { holdOnEveryPath } from './support/rule';

describe('an award that is given', () => {
  const db = new TestDatabase('sqlite');
  let world: LeaderWorld;
  beforeAll(async () => {
    await db.open();
    world = await leaderWorld(db);
  });
  afterAll(() => db.close());

  holdOnEveryPath([...DECISIONS, UNIT_CAP], () => world);
});
