import { RUN_OFFS, votedFor } from './rows/run-offs';
import { holdOnEveryPath } from './support/rule';
import { councilIn } from './support/sitting';

describe('a tie that the council votes on', () => {
  holdOnEveryPath(RUN_OFFS, async (db) => {
    const world = await councilIn(db, { case: 'hung-yen-tie' });
    await votedFor(world);
    return world;
  });
});
