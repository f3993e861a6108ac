import { EVIDENCE, ROOM_MB } from './rows/evidence';
import { officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('files of evidence', () => {
  holdOnEveryPath(EVIDENCE, (db) => officeWorld(db, { maxUnitMb: ROOM_MB }));
});
