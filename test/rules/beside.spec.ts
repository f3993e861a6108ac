import { TestDatabase } from '../support/each-database';
import { BESIDE } from './rows/beside';
import { CHOSEN } from './rows/chosen';
import { PIECES } from './rows/pieces';
import { AMENDMENTS, PLANS } from './rows/plans';
import { WORDINGS } from './rows/wordings';
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

  holdOnEveryPath([...BESIDE, ...CHOSEN, ...PIECES, ...PLANS, ...AMENDMENTS, ...WORDINGS], () => world);
});
