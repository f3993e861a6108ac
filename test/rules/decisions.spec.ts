import { describeOnEachDatabase } from '../support/each-database';
import { DECISIONS, UNIT_CAP } from './rows/decisions';
import { type LeaderWorld, leaderWorld } from './support/round';
import { holdOnEveryPath } from './support/rule';

describeOnEachDatabase('an award that is given', (db) => {
  let world: LeaderWorld;
  beforeAll(async () => {
    world = await leaderWorld(db);
  });

  holdOnEveryPath([...DECISIONS, UNIT_CAP], () => world);
});
