import { PLACES } from './rows/places';
import { leaderWorld } from './support/round';
import { holdOnEveryPath } from './support/rule';

describe('the places of a phase', () => {
  holdOnEveryPath(PLACES, leaderWorld);
});
