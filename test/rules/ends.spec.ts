import { CLOSINGS, ENDS } from './rows/ends';
import { leaderWorld } from './support/round';
import { holdOnEveryPath } from './support/rule';

describe('what becomes of an award', () => {
  holdOnEveryPath([...ENDS, ...CLOSINGS], leaderWorld);
});
