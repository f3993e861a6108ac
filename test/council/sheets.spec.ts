import type TestAgent from 'supertest/lib/agent';
import { describeOnEachDatabase } from '../support/each-database';
import { API } from '../support/opened-phase';
import { type CouncilWorld, MEMBERS, SECRETARY, SESSIONS, councilWorld, member, planned } from './support';

const FULL = { '1': '28', '2': '25', '3': '20,5'.replace(',', '.'), '4': '15' };

describeOnEachDatabase('a score sheet of the council', (db) => {
  let world: CouncilWorld;
  let id: string;
  beforeAll(async () => {
    // The second member is the nominee CN-05 himself.
    const nominee = { name: 'Đỗ Minh Châu', unit: 'Phòng Quản lý Công nghệ và Chuyển đổi số' };
    world = await councilWorld(db, {
      campaign: (text) => text.replace('official: appraisal', 'official: council'),
      who: (name) => (name === MEMBERS[1] ? nominee : {}),
    });
    id = await planned(world);
    const nominations = ['CN-01', 'CN-02', 'CN-03', 'CN-05'].map((code) => world.nominations.get(code));
    await world.office
      .post(`${SESSIONS}/${id}/items`)
      .send({ nominations, awards: ['BK'], method: 'secret' })
      .expect(201);
  });

  const urlOf = (code: string, name: string) =>
    `${API}/nominations/${world.nominations.get(code)}/council-sheets/${encodeURIComponent(name)}`;
  const score = (
    agent: TestAgent,
    code: string,
    name: string,
    body: object = { points: FULL },
    seen = '"v0"',
  ) => agent.put(urlOf(code, name)).set('If-Match', seen).send(body);
  const api = (name: string) => member(world, name).api;

  it('is filled by the member whose it is, and by nobody else of the council', async () => {
    await score(api(MEMBERS[0]), 'CN-01', MEMBERS[0]).expect(200);
    const answers = [
      await score(api(MEMBERS[2]), 'CN-01', MEMBERS[3]),
      await score(api(MEMBERS[2]), 'CN-01', 'Người Không Có'),
      await score(api(SECRETARY), 'CN-01', SECRETARY),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'sheet-not-found'],
      [404, 'sheet-not-found'],
      [422, 'seat-without-vote'],
    ]);
    expect((await api(MEMBERS[2]).get(urlOf('CN-01', MEMBERS[0]))).body.code).toBe('sheet-not-found');
    expect((await api(MEMBERS[0]).get(urlOf('CN-01', MEMBERS[0]))).body.points).toEqual({
      1: '28',
      2: '25',
      3: '20.5',
      4: '15',
    });
  });

  it('is entered from paper by the office for a member of the phase, not for a name that there is not', async () => {
    await score(world.office, 'CN-01', MEMBERS[3]).expect(200);
    const answer = await score(world.office, 'CN-01', 'Vũ Thị Hà Anh');
    expect([answer.status, answer.body.code]).toEqual([422, 'member-unknown']);
  });

  it('stands recused for whoever is too near to the nominee, and takes no points', async () => {
    const own = member(world, MEMBERS[1]);
    const sheet = await own.api.get(urlOf('CN-05', 'Đỗ Minh Châu'));
    expect(sheet.body).toMatchObject({ recused: true, points: {} });
    const seen = sheet.headers.etag ?? '';
    const answers = [
      await score(own.api, 'CN-05', 'Đỗ Minh Châu', { points: FULL }, seen),
      await score(world.office, 'CN-05', 'Đỗ Minh Châu', { points: FULL }, seen),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(['member-recused', 'member-recused']);
  });

  it('can be declared to be none: then its member does not vote either', async () => {
    await score(api(MEMBERS[4]), 'CN-03', MEMBERS[4], { recused: true }).expect(200);
    const { body } = await world.office.get(`${SESSIONS}/${id}`);
    const items = body.items as { nominees: { code: string }[]; recused: string[] }[];
    expect(items.map(({ nominees, recused }) => [nominees[0]?.code, recused])).toEqual([
      ['CN-01', []],
      ['CN-02', []],
      ['CN-03', [MEMBERS[4]]],
      ['CN-05', ['Đỗ Minh Châu']],
    ]);
  });

  it('is compared with the others for the office, and changes by it not at all', async () => {
    const agreement = async () =>
      (await world.office.get(`${SESSIONS}/${id}/agreement`).expect(200)).body.pools;
    expect((await agreement())[0]).toMatchObject({ scorers: 2, compared: ['CN-01'], kendallW: 'too-few' });
    const marks = { 'CN-01': ['28', '27', '29'], 'CN-02': ['20', '21', '20'], 'CN-03': ['10', '12', '11'] };
    for (const [code, points] of Object.entries(marks))
      for (const [at, name] of [MEMBERS[0], MEMBERS[2], MEMBERS[3]].entries()) {
        const { headers } = await world.office.get(urlOf(code, name));
        await score(world.office, code, name, { points: { ...FULL, 1: points[at] } }, headers.etag).expect(
          200,
        );
      }
    const before = await db.unitOfWork.reader.query('SELECT * FROM score_sheet ORDER BY id');
    expect(await agreement()).toEqual([
      {
        criteriaSet: 'ca-nhan',
        scorers: 3,
        compared: ['CN-01', 'CN-02', 'CN-03'],
        kendallW: '1/1',
        spread: [
          { nominee: 'CN-01', scorers: 3, min: '87.50', max: '89.50', range: '2.00' },
          { nominee: 'CN-02', scorers: 3, min: '80.50', max: '81.50', range: '1.00' },
          { nominee: 'CN-03', scorers: 3, min: '70.50', max: '72.50', range: '2.00' },
        ],
      },
    ]);
    expect(await db.unitOfWork.reader.query('SELECT * FROM score_sheet ORDER BY id')).toEqual(before);
    expect((await api(MEMBERS[0]).get(`${SESSIONS}/${id}/agreement`)).status).toBe(403);
  });
});
