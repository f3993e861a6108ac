import { ENDED } from './rows/sittings';
import { holdOnEveryPath } from './support/rule';
import { councilIn } from './support/sitting';

describe('a session that has ended', () => {
  holdOnEveryPath(ENDED, councilIn);
});
