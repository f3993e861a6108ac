import { TestDatabase } from '../support/each-database';
import { ACCOUNTS, UNITS } from './rows/accounts';
import { OWN_ACCOUNT } from './rows/own-account';
import { MERGES } from './rows/unit-changes';
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

  holdOnEveryPath([...ACCOUNTS, ...OWN_ACCOUNT, ...UNITS, ...MERGES], () => world);
});
