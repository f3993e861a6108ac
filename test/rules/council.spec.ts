import { MEMBERS } from '../council/support';
import { TestDatabase } from '../support/each-database';
import { type Council, MEETINGS, NEAR, SHEETS } from './rows/council';
import { VOTES } from './rows/votes';
import { holdOnEveryPath } from './support/rule';
import { councilIn } from './support/sitting';

describe('the council', () => {
  const db = new TestDatabase('sqlite');
  let world: Council;
  beforeAll(async () => {
    await db.open();
    const nominee = { name: NEAR, unit: 'Phòng Quản lý Công nghệ và Chuyển đổi số' };
    const options = {
      campaign: (text: string) => text.replace('official: appraisal', 'official: council'),
      who: (name: string) => (name === MEMBERS[1] ? nominee : {}),
    };
    world = await councilIn(db, options);
  });
  afterAll(() => db.close());

  holdOnEveryPath([...SHEETS, ...MEETINGS, ...VOTES], () => world);
});
