import { TestDatabase } from '../support/each-database';
import { DEADLINES } from './rows/late';
import { type OfficeWorld, officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('deadlines', () => {
  const db = new TestDatabase('sqlite');
  let world: OfficeWorld;
  beforeAll(async () => {
    await db.open();
    world = await officeWorld(db);
  });
  afterAll(() => db.close());

  holdOnEveryPath(DEADLINES, () => world);
});
