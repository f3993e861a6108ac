import { MEMBERS, councilWorld } from '../council/support';
import { TestDatabase } from '../support/each-database';
import { type Council, MEETINGS, NEAR, SHEETS } from './rows/council';
import { VOTES } from './rows/votes';
import { holdOnEveryPath } from './support/rule';

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
    const council = await councilWorld(db, options);
    const officePage = await council.app.browser({ username: 'truc-van-phong', groups: ['office'] });
    world = { db, officePage, ...council };
  });
  afterAll(() => db.close());

  holdOnEveryPath([...SHEETS, ...MEETINGS, ...VOTES], () => world);
});
