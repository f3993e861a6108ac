import { SIGNED_PAPERS } from './rows/signed-papers';
import { officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('signed papers that come back', () => {
  holdOnEveryPath(SIGNED_PAPERS, officeWorld);
});
