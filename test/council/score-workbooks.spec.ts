import { TestDatabase } from '../support/each-database';
import { API } from '../support/opened-phase';
import { rowsOf, sheetAt } from '../support/sheet-of';
import { type CouncilWorld, MEMBERS, SESSIONS, councilWorld, member, planned } from './support';

const FULL = { '1': '28', '2': '25', '3': '20.5', '4': '15' };
const NEAR = 'Đỗ Minh Châu';
const CHAIR = MEMBERS[0];
const OTHER = MEMBERS[2];

describe('the workbooks of score sheets', () => {
  const db = new TestDatabase('sqlite');
  let world: CouncilWorld;
  let at: string;
  beforeAll(async () => {
    await db.open();
    // The second member is the nominee CN-05 himself.
    const nominee = { name: NEAR, unit: 'Phòng Quản lý Công nghệ và Chuyển đổi số' };
    world = await councilWorld(db, {
      campaign: (text) => text.replace('official: appraisal', 'official: council'),
      who: (name) => (name === MEMBERS[1] ? nominee : {}),
    });
    const id = await planned(world);
    at = `/hoi-dong/${id}`;
    const nominations = ['CN-01', 'CN-05'].map((code) => world.nominations.get(code));
    const items = { nominations, awards: ['BK'], method: 'secret' };
    await world.office.post(`${SESSIONS}/${id}/items`).send(items).expect(201);
    await score('CN-01', CHAIR, FULL);
    await score('CN-01', OTHER, { ...FULL, '1': '26.5' });
    await score('CN-05', CHAIR, { '1': '20' });
  });
  afterAll(() => db.close());

  const score = async (code: string, name: string, points: object) => {
    const url = `${API}/nominations/${world.nominations.get(code)}/council-sheets/${encodeURIComponent(name)}`;
    await world.office.put(url).set('If-Match', '"v0"').send({ points }).expect(200);
  };
  const office = () => world.app.browser({ username: 'truc-van-phong', groups: ['office'] });
  const only = (rows: Record<string, string>[], columns: readonly string[]) =>
    rows.map((row) => columns.map((column) => row[column]));

  it('tell the office of every member who has filled what', async () => {
    const rows = rowsOf(await sheetAt(await office(), `${at}/cham-diem?dang=xlsx`));
    expect(only(rows, ['Mã hồ sơ', CHAIR, NEAR, OTHER, MEMBERS[3]])).toEqual([
      ['CN-01', '88.5', 'Chưa chấm', '87', 'Chưa chấm'],
      ['CN-05', 'Chấm chưa đủ', 'Không chấm (có liên quan)', 'Chưa chấm', 'Chưa chấm'],
    ]);
  });

  it('tell the office the points of every criterion as numbers', async () => {
    const sheet = await sheetAt(await office(), `${at}/cham-diem?dang=xlsx&bang=diem`);
    const rows = rowsOf(sheet);
    const criteria = Object.keys(rows[0] ?? {}).filter((name) => name.startsWith('Tiêu chí'));
    const wanted = ['Mã hồ sơ', 'Người chấm', 'Tình trạng', ...criteria, 'Tổng điểm'];
    const scored = only(rows, wanted).filter((row) => row[2] !== 'Chưa chấm');
    expect(scored).toEqual([
      ['CN-01', CHAIR, 'Đã chấm đủ', '28', '25', '20.5', '15', '88.5'],
      ['CN-01', OTHER, 'Đã chấm đủ', '26.5', '25', '20.5', '15', '87'],
      ['CN-05', CHAIR, 'Chấm chưa đủ', '20', '', '', '', ''],
      ['CN-05', NEAR, 'Không chấm (có liên quan)', '', '', '', '', ''],
    ]);
  });

  it.each(['', '&bang=diem'])('tell a member nothing of the sheets of others%s', async (list) => {
    const sheet = await sheetAt(member(world, OTHER).page, `${at}/cham-diem?dang=xlsx${list}`);
    const words = JSON.stringify(sheet.getSheetValues());
    expect(words).toContain(OTHER);
    for (const name of [CHAIR, MEMBERS[3], MEMBERS[4]]) expect(words).not.toContain(`"${name}"`);
    expect(words).toContain('87');
    expect(words).not.toContain('88.5');
  });

  it('tell the office alone how far the scorers agree', async () => {
    const rows = rowsOf(await sheetAt(await office(), `${at}/thong-nhat?dang=xlsx`));
    expect(only(rows, ['Mã hồ sơ', 'Số phiếu', 'Thấp nhất', 'Cao nhất', 'Chênh lệch'])).toEqual([
      ['CN-01', '2', '87', '88.5', '1.5'],
    ]);
    expect(rows[0]?.['Mức thống nhất của nhóm']).toMatch(/^Chưa đủ để kết luận/);
    expect((await member(world, CHAIR).page.get(`${at}/thong-nhat?dang=xlsx`)).status).toBe(403);
  });

  it('tell everybody the campaigns, phase by phase', async () => {
    const rows = rowsOf(await sheetAt(member(world, CHAIR).page, '/phong-trao?dang=xlsx'));
    expect(only(rows, ['Giai đoạn', 'Từ ngày', 'Đến ngày', 'Tình trạng'])).toEqual([
      ['GD1', '01/01/2022', '31/12/2025', 'Đang nhận và xét'],
      ['GD2', '01/01/2026', '31/12/2030', 'Chưa mở'],
    ]);
  });
});
