import { MEMBERS } from '../council/support';
import { MEETINGS, NEAR, SHEETS } from './rows/council';
import { VOTES } from './rows/votes';
import { holdOnEveryPath } from './support/rule';
import { councilIn } from './support/sitting';

const nominee = { name: NEAR, unit: 'Phòng Quản lý Công nghệ và Chuyển đổi số' };
const options = {
  campaign: (text: string) => text.replace('official: appraisal', 'official: council'),
  who: (name: string) => (name === MEMBERS[1] ? nominee : {}),
};

describe('the council', () => {
  holdOnEveryPath([...SHEETS, ...MEETINGS, ...VOTES], (db) => councilIn(db, options));
});
