import { DECISIONS, UNIT_CAP } from './rows/decisions';
import { leaderWorld } from './support/round';
import { holdOnEveryPath } from './support/rule';

describe('an award that is given', () => {
  holdOnEveryPath([...DECISIONS, UNIT_CAP], leaderWorld);
});
