import { TestDatabase } from '../support/each-database';
import { ACCEPTANCE } from './rows/acceptance';
import { EDITS } from './rows/edits';
import { type OfficeWorld, officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('what a phase takes in', () => {
  const db = new TestDatabase('sqlite');
  let world: OfficeWorld;
  beforeAll(async () => {
    await db.open();
    world = await officeWorld(db);
  });
  afterAll(() => db.close());

  holdOnEveryPath([...ACCEPTANCE, ...EDITS], () => world);
});
