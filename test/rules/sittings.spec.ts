import { TestDatabase } from '../support/each-database';
import type { Council } from './rows/council';
import { SITTINGS } from './rows/sittings';
import { holdOnEveryPath } from './support/rule';
import { councilIn } from './support/sitting';

describe('a session and its votes', () => {
  const db = new TestDatabase('sqlite');
  let world: Council;
  beforeAll(async () => {
    await db.open();
    world = await councilIn(db);
  });
  afterAll(() => db.close());

  holdOnEveryPath(SITTINGS, () => world);
});
