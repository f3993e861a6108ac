import { TestDatabase } from '../support/each-database';
import { EVIDENCE, ROOM_MB } from './rows/evidence';
import { type OfficeWorld, officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('files of evidence', () => {
  const db = new TestDatabase('sqlite');
  let world: OfficeWorld;
  beforeAll(async () => {
    await db.open();
    world = await officeWorld(db, { maxUnitMb: ROOM_MB });
  });
  afterAll(() => db.close());

  holdOnEveryPath(EVIDENCE, () => world);
});
