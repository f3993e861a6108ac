import { TestDatabase } from '../support/each-database';
import { SIGNED_PAPERS } from './rows/signed-papers';
import { type OfficeWorld, officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('signed papers that come back', () => {
  const db = new TestDatabase('sqlite');
  let world: OfficeWorld;
  beforeAll(async () => {
    await db.open();
    world = await officeWorld(db);
  });
  afterAll(() => db.close());

  holdOnEveryPath(SIGNED_PAPERS, () => world);
});
