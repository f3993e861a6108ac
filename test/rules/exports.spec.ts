import { EXPORTS } from './rows/exports';
import { officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('an export', () => {
  holdOnEveryPath(EXPORTS, (db) => officeWorld(db, { exportsHere: false, maxExports: 1 }));
});
