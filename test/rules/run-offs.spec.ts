import { TestDatabase } from '../support/each-database';
import type { Council } from './rows/council';
import { RUN_OFFS, votedFor } from './rows/run-offs';
import { holdOnEveryPath } from './support/rule';
import { councilIn } from './support/sitting';

describe('a tie that the council votes on', () => {
  const db = new TestDatabase('sqlite');
  let world: Council;
  beforeAll(async () => {
    await db.open();
    world = await councilIn(db, { case: 'hung-yen-tie' });
    await votedFor(world);
  });
  afterAll(() => db.close());

  holdOnEveryPath(RUN_OFFS, () => world);
});
