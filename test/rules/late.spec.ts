import { DEADLINES } from './rows/late';
import { officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('deadlines', () => {
  holdOnEveryPath(DEADLINES, officeWorld);
});
