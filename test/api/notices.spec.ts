import type TestAgent from 'supertest/lib/agent';
import { type Leaders, awardAll, startLeaders } from '../awards/support';
import { unitKey } from '../../src/features/dossiers/documents/notice.view';
import { CAMPAIGN } from '../support/cases';
import { TestDatabase } from '../support/each-database';
import { PHASE } from '../support/opened-phase';

const UNIT = 'Phòng Quản lý Khoa học';
const OTHER = 'Thanh tra Sở';

describe('the notice to a unit, in the service', () => {
  const db = new TestDatabase('sqlite');
  let leaders: Leaders;
  let own: TestAgent;
  let page: TestAgent;

  beforeAll(async () => {
    await db.open();
    leaders = await startLeaders(db);
    await awardAll(leaders);
    own = await leaders.api.person({ username: 'cua-don-vi', groups: ['unit'], unit: UNIT });
    page = await leaders.api.browser({ username: 'can-bo', groups: ['unit'], unit: UNIT });
  });
  afterAll(() => db.close());

  const at = (unit: string) => `${PHASE}/notices/${unitKey(unit)}`;
  const PDF = 'application/pdf';

  it('is a draft of the office before the publication, and not there for the unit', async () => {
    await leaders.office.get(at(UNIT)).expect(200).expect('Content-Type', PDF);
    for (const unit of [UNIT, OTHER, 'Không có'])
      expect((await own.get(at(unit))).body).toMatchObject({ status: 404, code: 'notice-not-found' });
    await leaders.first.post(`${PHASE}/conclusion`).expect(201);
    expect((await own.get(at(UNIT))).status).toBe(404);
    const list = (await page.get(`/phong-trao/${CAMPAIGN}/GD1/thong-bao`).expect(200)).text;
    expect(list).toContain('Chưa có thông báo');
  });

  it('is the unit’s own after the publication, the same bytes as the office has, and nobody else’s', async () => {
    await leaders.office.post(`${PHASE}/publication`).expect(201);
    const { body } = await own.get(at(UNIT)).buffer(true).expect(200).expect('Content-Type', PDF);
    const office = await leaders.office.get(at(UNIT)).buffer(true).expect(200);
    expect((office.body as Buffer).equals(body as Buffer)).toBe(true);
    const shown = await page.get(`/phong-trao/${CAMPAIGN}/GD1/thong-bao/${unitKey(UNIT)}`).buffer(true);
    expect((shown.body as Buffer).equals(body as Buffer)).toBe(true);
    const list = (await page.get(`/phong-trao/${CAMPAIGN}/GD1/thong-bao`).expect(200)).text;
    expect(list).toContain(`href="/phong-trao/${CAMPAIGN}/GD1">Giai đoạn 2022-2025</a>`);
    expect(list.match(/thong-bao\/[\w-]+(?=")/g)).toEqual([`thong-bao/${unitKey(UNIT)}`]);
    const [other, nobodys] = [await own.get(at(OTHER)), await own.get(at('Không có'))];
    expect([other.status, nobodys.status]).toEqual([404, 404]);
    expect({ ...other.body, instance: '', detail: '' }).toEqual({
      ...nobodys.body,
      instance: '',
      detail: '',
    });
  });
});
