import { TestDatabase } from '../support/each-database';
import { PLACES } from './rows/places';
import { type LeaderWorld, leaderWorld } from './support/round';
import { holdOnEveryPath } from './support/rule';

describe('the places of a phase', () => {
  const db = new TestDatabase('sqlite');
  let world: LeaderWorld;
  beforeAll(async () => {
    await db.open();
    world = await leaderWorld(db);
  });
  afterAll(() => db.close());

  holdOnEveryPath(PLACES, () => world);
});
