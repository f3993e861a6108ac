import { SITTINGS } from './rows/sittings';
import { holdOnEveryPath } from './support/rule';
import { councilIn } from './support/sitting';

describe('a session and its votes', () => {
  holdOnEveryPath(SITTINGS, councilIn);
});
