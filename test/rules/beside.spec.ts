import { BESIDE } from './rows/beside';
import { CHOSEN } from './rows/chosen';
import { PIECES } from './rows/pieces';
import { AMENDMENTS, PLANS } from './rows/plans';
import { WORDINGS } from './rows/wordings';
import { officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('what the office writes beside nominations, and its plans', () => {
  holdOnEveryPath([...BESIDE, ...CHOSEN, ...PIECES, ...PLANS, ...AMENDMENTS, ...WORDINGS], officeWorld);
});
