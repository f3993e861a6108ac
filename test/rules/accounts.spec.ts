import { TestDatabase } from '../support/each-database';
import { ACCOUNTS, UNITS } from './rows/accounts';
import { type OfficeWorld, officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('accounts and units', () => {
  const db = new TestDatabase('sqlite');
  let world: OfficeWorld;
  beforeAll(async () => {
    await db.open();
    world = await officeWorld(db);
  });
  afterAll(() => db.close());

  holdOnEveryPath([...ACCOUNTS, ...UNITS], () => world);
});
