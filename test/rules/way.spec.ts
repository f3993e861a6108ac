import { describeOnEachDatabase } from '../support/each-database';
import { WAY } from './rows/way';
import { type OfficeWorld, officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describeOnEachDatabase('the way of a nomination', (db) => {
  let world: OfficeWorld;
  beforeAll(async () => {
    world = await officeWorld(db);
  });

  holdOnEveryPath(WAY, () => world);
});
