import { ACCEPTANCE } from './rows/acceptance';
import { EDITS } from './rows/edits';
import { officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('what a phase takes in', () => {
  holdOnEveryPath([...ACCEPTANCE, ...EDITS], officeWorld);
});
