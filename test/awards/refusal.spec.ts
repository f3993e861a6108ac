import { publishedCounts, publishedLines } from '../../src/features/campaign-pages/results.queries';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, propose } from '../support/opened-phase';
import { type Leaders, PAPER, awardAll, decide, register, startLeaders, stateOf, taken } from './support';

describeOnEachDatabase('an award that the province refuses months later', (db) => {
  let leaders: Leaders;
  let proposal: string;
  let decisions: Map<string, string>;
  beforeAll(async () => {
    leaders = await startLeaders(db);
    ({ proposal, decisions } = await awardAll(leaders));
    await leaders.first.post(`${PHASE}/conclusion`).expect(201);
    await leaders.api.person({ username: 'phong', groups: ['unit'], unit: 'Phòng Quản lý Khoa học' });
    await leaders.office.post(`${PHASE}/publication`).expect(201);
    db.clock.set('2026-09-01T02:00:00.000Z');
  });
  const at = (code: string, what: string) => `${PHASE}/decisions/${decisions.get(code)}/${what}`;
  /** The awards that everybody can read, by name and award. */
  const published = async (): Promise<string[]> => {
    const { reader } = db.unitOfWork;
    const [phase] = await reader.query('SELECT "id" FROM "phase"');
    const [lines, total] = await publishedLines(reader, phase.id, {}, { skip: 0, take: 50 });
    const counts = await publishedCounts(reader, phase.id);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    return lines.map(({ name, award }) => `${name} ${award}`);
  };
  const toldOf = async (code: string): Promise<number> => {
    const rows = await db.unitOfWork.reader.query(`SELECT "id" FROM "notice" WHERE "code" = '${code}'`);
    return rows.length;
  };
  const next = async (code: string) => (await leaders.office.get(at(code, 'next')).expect(200)).body;

  it('frees its place, keeps the record and names the next on the reserve list', async () => {
    const { body } = await leaders.office.post(at('TT-01', 'refusal')).send(PAPER).expect(201);
    expect(body).toMatchObject({
      status: 'refused',
      placeId: null,
      ordinal: 1,
      endedOn: '2026-05-12',
      endDocument: '1234/UBND-VX',
      endReason: PAPER.reason,
      endedBy: 'Văn phòng Sở',
      endedAt: '2026-09-01T02:00:00.000Z',
    });
    expect(await taken(leaders.office)).toContain('BK tap-the 1');
    expect(await stateOf(leaders, 'TT-01')).toBe('notified');
    // TT-03 has the lower Giấy khen; TT-06, ranked first, is held.
    expect(await next('TT-01')).toEqual({ codes: ['TT-03'], tied: false });
  });

  it('is no longer among the published results, and its unit is told', async () => {
    expect(await published()).toHaveLength(8);
    expect(await published()).not.toContain('Phòng Quản lý Khoa học BK');
    expect([await toldOf('results-published'), await toldOf('award-refused')]).toEqual([1, 1]);
  });

  it('is refused once, with a paper and a reason, and only where somebody above decides', async () => {
    const again = await leaders.office.post(at('TT-01', 'refusal')).send(PAPER);
    expect(again.body).toMatchObject({ status: 409, code: 'decision-closed' });
    const own = await leaders.office.post(at('TT-03', 'refusal')).send(PAPER);
    expect(own.body).toMatchObject({ status: 422, code: 'award-decided-here' });
    const bare = await leaders.office.post(at('TT-02', 'refusal')).send({ ...PAPER, document: undefined });
    expect(bare.status).toBe(400);
    const blank = await leaders.office.post(at('TT-02', 'refusal')).send({ ...PAPER, reason: '  ' });
    expect(blank.body).toMatchObject({
      status: 422,
      findings: [{ code: 'paper-reason', path: ['reason'] }],
    });
  });

  it('needs no new proposal, and promotes the next, whose lower place is free at once', async () => {
    const lacking = { proposal, nomination: 'TT-03', award: 'BK' };
    const without = await leaders.first.post(`${PHASE}/decisions`).send(lacking);
    expect(without.body).toMatchObject({ status: 422, code: 'override-needs-reason' });
    const promoted = await decide(leaders.first, proposal, {
      ...lacking,
      reason: 'Kế tiếp danh sách dự phòng',
    });
    expect(await register(leaders.office)).toEqual(
      expect.arrayContaining(['TT-01 BK refused 1', 'TT-03 BK proposed 1', 'TT-03 GK replaced 1']),
    );
    expect(await taken(leaders.office)).toEqual(expect.arrayContaining(['BK tap-the 2', 'GK tap-the 1']));
    expect(await next('TT-03')).toEqual({ codes: ['TT-01'], tied: false });
    decisions.set('TT-03 BK', promoted);
    expect(await published()).toContain('Trung tâm Ứng dụng Tiến bộ KH&CN GK');
  });

  it('gives the lower award back to who is not promoted after all', async () => {
    const back = `${PHASE}/decisions/${decisions.get('TT-03 BK')}/retraction`;
    await leaders.second.post(back).send({ reason: 'Xem xét lại' }).expect(201);
    expect(await register(leaders.office)).toEqual(
      expect.arrayContaining(['TT-03 BK taken-back 1', 'TT-03 GK confirmed 1']),
    );
    expect(await taken(leaders.office)).toEqual(expect.arrayContaining(['BK tap-the 1', 'GK tap-the 2']));
  });

  it('does not let a promotion be taken back whose lower place was given to somebody else', async () => {
    const again = { nomination: 'TT-03', award: 'BK', reason: 'Kế tiếp danh sách dự phòng' };
    const promoted = await decide(leaders.first, proposal, again);
    const lower = { nomination: 'TT-04', award: 'GK', reason: 'Kế tiếp danh sách dự phòng' };
    const given = await decide(leaders.first, proposal, lower);
    const back = await leaders.first
      .post(`${PHASE}/decisions/${promoted}/retraction`)
      .send({ reason: 'Xem xét lại' });
    expect(back.body).toMatchObject({ status: 409, code: 'places-taken' });
    expect(await register(leaders.office)).toEqual(
      expect.arrayContaining(['TT-03 BK proposed 1', 'TT-03 GK replaced 1', 'TT-04 GK proposed 1']),
    );
    await leaders.second.post(`${PHASE}/decisions/${promoted}/confirmation`).expect(201);
    await leaders.second.post(`${PHASE}/decisions/${given}/confirmation`).expect(201);
  });

  it('is made known once more: who is awarded now goes from notified to decided and back', async () => {
    expect(await stateOf(leaders, 'TT-04')).toBe('decided');
    expect(await published()).toContain('Trung tâm Ứng dụng Tiến bộ KH&CN GK');
    const { body } = await leaders.office.post(`${PHASE}/publication`).expect(201);
    expect(body).toMatchObject({ phase: 'GD1', moved: 2 });
    expect(await stateOf(leaders, 'TT-04')).toBe('notified');
    expect(await published()).toHaveLength(9);
    expect(await published()).toContain('Trung tâm Ứng dụng Tiến bộ KH&CN BK');
    expect(await published()).not.toContain('Trung tâm Ứng dụng Tiến bộ KH&CN GK');
    const again = await leaders.office.post(`${PHASE}/publication`);
    expect(again.body).toMatchObject({ status: 409, code: 'publication-exists' });
  });

  it('may be followed by a lower award for the same nomination, where a place is free', async () => {
    await leaders.first
      .post(at('TT-05', 'revocation'))
      .send({ ...PAPER, reason: 'Kê khai gian dối thành tích' })
      .expect(201);
    const fresh = await propose(leaders.office);
    const choice = { nomination: 'TT-01', award: 'GK', reason: 'Tỉnh không tặng Bằng khen' };
    const id = await decide(leaders.first, fresh, choice);
    await leaders.second.post(`${PHASE}/decisions/${id}/confirmation`).expect(201);
    expect(await register(leaders.office)).toEqual(
      expect.arrayContaining(['TT-01 BK refused 1', 'TT-01 GK confirmed 2']),
    );
  });

  it('leaves the chain of audit events unbroken', async () => {
    const { body } = await leaders.office.get(`${API}/audit/verification`).expect(200);
    expect(body).toMatchObject({ ok: true });
  });
});

describeOnEachDatabase('the places of a refused award', (db) => {
  it('can be taken away by an amendment, though the record names the place', async () => {
    const leaders = await startLeaders(db);
    const { decisions } = await awardAll(leaders);
    await leaders.office
      .post(`${PHASE}/decisions/${decisions.get('TT-02')}/refusal`)
      .send(PAPER)
      .expect(201);
    const amendment = { award: 'BK', criteriaSet: 'tap-the', from: 2, max: 1, reason: 'Tỉnh giảm chỉ tiêu' };
    await leaders.office.post(`${PHASE}/amendments`).send(amendment).expect(201);
    expect(await register(leaders.office)).toEqual(
      expect.arrayContaining(['TT-01 BK confirmed 1', 'TT-02 BK refused 2']),
    );
  });
});
