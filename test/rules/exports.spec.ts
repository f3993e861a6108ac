import { TestDatabase } from '../support/each-database';
import { EXPORTS } from './rows/exports';
import { type OfficeWorld, officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('an export', () => {
  const db = new TestDatabase('sqlite');
  let world: OfficeWorld;
  beforeAll(async () => {
    await db.open();
    world = await officeWorld(db, { exportsHere: false, maxExports: 1 });
  });
  afterAll(() => db.close());

  holdOnEveryPath(EXPORTS, () => world);
});
