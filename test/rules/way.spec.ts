import { describeOnEachDatabase } from '../support/each-database';
import { WAY } from './rows/way';
import { officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describeOnEachDatabase('the way of a nomination', (db) => {
  holdOnEveryPath(WAY, officeWorld, db);
});
