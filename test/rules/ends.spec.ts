import { TestDatabase } from '../support/each-database';
import { CLOSINGS, ENDS } from './rows/ends';
import { type LeaderWorld, leaderWorld } from './support/round';
import { holdOnEveryPath } from './support/rule';

describe('what becomes of an award', () => {
  const db = new TestDatabase('sqlite');
  let world: LeaderWorld;
  beforeAll(async () => {
    await db.open();
    world = await leaderWorld(db);
  });
  afterAll(() => db.close());

  holdOnEveryPath([...ENDS, ...CLOSINGS], () => world);
});
