import { TestDatabase } from '../support/each-database';
import { BESIDE } from './rows/beside';
import { AMENDMENTS, PLANS } from './rows/plans';
import { type OfficeWorld, officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('what the office writes beside nominations, and its plans', () => {
  const db = new TestDatabase('sqlite');
  let world: OfficeWorld;
  beforeAll(async () => {
    await db.open();
    world = await officeWorld(db);
  });
  afterAll(() => db.close());

  holdOnEveryPath([...BESIDE, ...PLANS, ...AMENDMENTS], () => world);
});
