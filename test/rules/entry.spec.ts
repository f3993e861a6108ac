import { ENTRY } from './rows/entry';
import { officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('what stands in a nomination', () => {
  holdOnEveryPath(ENTRY, officeWorld);
});
