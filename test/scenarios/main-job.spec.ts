import { CAMPAIGN, caseText, nominationsOf, reasonsFor } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

interface Result {
  pools: { criteriaSet: string; awards: { award: string; recipients: string[]; pending: string[] }[] }[];
}

/** Recipients by pool and award, as a person would read them out. */
function recipients({ pools }: Result): string[] {
  return pools.flatMap(({ criteriaSet, awards }) =>
    awards.map(({ award, recipients: names, pending }) =>
      [`${criteriaSet} ${award}: ${names.join(' ')}`, pending.join(' ')].filter(Boolean).join(' | '),
    ),
  );
}

describeOnEachDatabase('the whole main job through the service', (db) => {
  const ids = new Map<string, string>();
  const held = new Set<string>();
  const resolved = nominationsOf('hung-yen-tie-resolved');
  let api: TestApp;
  let proposal: string;
  beforeAll(async () => {
    api = await startApp(db);
  });

  it('begins with the plan of the campaign', async () => {
    const definition = caseText('hung-yen', 'campaign.yaml');
    const { body } = await api.agent.post(`${API}/campaigns`).send({ definition }).expect(201);
    expect(body).toMatchObject({ code: CAMPAIGN, plan: 1, warnings: [] });
  });

  it('opens a phase with its eight collective and individual places', async () => {
    const { date, council } = resolved;
    await api.agent.post(`${PHASE}/opening`).send({ date, council }).expect(201);
    const { body } = await api.agent.get(PHASE).expect(200);
    expect(body.quotas).toEqual([
      { award: 'BK', criteriaSet: 'ca-nhan', max: 2, amended: false, taken: 0 },
      { award: 'BK', criteriaSet: 'tap-the', max: 2, amended: false, taken: 0 },
      { award: 'GK', criteriaSet: 'ca-nhan', max: 3, amended: false, taken: 0 },
      { award: 'GK', criteriaSet: 'tap-the', max: 2, amended: false, taken: 0 },
    ]);
  });

  it('takes in nominations one by one, without scores yet', async () => {
    for (const { scores: _later, ballots: _too, ...nomination } of resolved.nominations) {
      const { body } = await api.agent.post(`${PHASE}/nominations`).send(nomination).expect(201);
      ids.set(nomination.code, body.id);
      const { state } = (await api.agent.get(`${API}/nominations/${body.id}`).expect(200)).body;
      if (state !== 'submitted') held.add(nomination.code);
    }
    const { body } = await api.agent.get(`${PHASE}/nominations?size=5`).expect(200);
    expect(body.total).toBe(16);
  });

  /** A held case is scored, and goes no step further. */
  const waits = (code: string) => held.has(code);

  it('takes the scores of both layers and the votes of the council', async () => {
    for (const { code, scores, ballots } of resolved.nominations) {
      const one = `${API}/nominations/${ids.get(code)}`;
      const enter = (layer: 'self' | 'appraisal') =>
        api.agent
          .put(`${one}/scores/${layer}`)
          .set('If-Match', '"v0"')
          .send({
            entries: scores[layer],
            ...(layer === 'appraisal' && { reasons: reasonsFor(scores) }),
          })
          .expect(200);
      const step = (what: string) => api.agent.post(`${one}/${what}`).expect(waits(code) ? 409 : 201);
      await enter('self');
      await step('acceptance');
      await enter('appraisal');
      await step('appraisal');
      await step('referral');
      for (const [award, votes] of Object.entries(ballots as Record<string, object>))
        await api.agent.put(`${one}/ballots/${award}`).set('If-Match', '"v0"').send(votes).expect(200);
    }
  });

  it('leaves a tie at the cut to people, and goes on once they have resolved it', async () => {
    const before = await api.agent.post(`${PHASE}/proposals`).expect(201);
    expect(recipients(before.body.result)).toContain('ca-nhan BK: CN-01 | CN-02 CN-03');
    await api.agent.post(`${PHASE}/tie-resolutions`).send(resolved.tieResolutions?.[0]).expect(201);
    const after = await api.agent.post(`${PHASE}/proposals`).expect(201);
    proposal = after.body.id;
    expect(recipients(after.body.result)).toEqual([
      'tap-the BK: TT-01 TT-02',
      'tap-the GK: TT-03 TT-05',
      'ca-nhan BK: CN-01 CN-03',
      'ca-nhan GK: CN-02 CN-04 CN-05',
    ]);
  });

  it('shows the ranking with the reason of each outcome', async () => {
    const { body } = await api.agent.get(`${PHASE}/ranking`).expect(200);
    const [first] = body.items;
    expect(first).toMatchObject({
      criteriaSet: 'tap-the',
      rank: 1,
      code: 'TT-06',
      total: '95.00',
      award: null,
    });
    expect(first.outcomes.BK.code).toBe('hold');
    expect(first.outcomes.BK.text).toMatch(/\p{L}/u);
  });

  it('decides within the places, and what departs from the proposal says why', async () => {
    const decide = (nomination: string, award: string, reason?: string) =>
      api.agent.post(`${PHASE}/decisions`).send({ proposal, nomination, award, reason });
    await decide('TT-01', 'BK').expect(201);
    expect((await decide('TT-03', 'BK')).body).toMatchObject({ status: 422, code: 'override-needs-reason' });
    await decide('TT-03', 'BK', 'Ban Giám đốc thống nhất theo biên bản họp ngày 23/12/2025').expect(201);
    expect((await decide('TT-02', 'BK')).body).toMatchObject({ status: 409, code: 'places-taken' });
    expect((await decide('TT-01', 'GK', 'thêm một hình thức')).body).toMatchObject({
      status: 409,
      code: 'decision-exists',
    });
    expect((await decide('TT-06', 'GK', 'đã chờ lâu')).body).toMatchObject({
      status: 409,
      code: 'nomination-held',
    });
    const dated = { proposal, nomination: 'TT-02', award: 'GK', reason: 'x', date: '2025-02-30' };
    await api.agent.post(`${PHASE}/decisions`).send(dated).expect(400);
    const { body } = await api.agent.get(`${PHASE}/decisions`).expect(200);
    expect(
      body.items.map((line: Record<string, unknown>) => [
        line.nomination,
        line.award,
        line.place,
        line.departs,
      ]),
    ).toEqual([
      ['TT-01', 'BK', 1, false],
      ['TT-03', 'BK', 2, true],
    ]);
    expect(body.items[1].auditHead).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps what was decided on as it was', async () => {
    const id = ids.get('TT-01');
    const { headers, body } = await api.agent.get(`${API}/nominations/${id}`).expect(200);
    const edit = api.agent
      .put(`${API}/nominations/${id}`)
      .set('If-Match', headers.etag ?? '')
      .send(body.nomination);
    expect((await edit).body).toMatchObject({ status: 409, code: 'nomination-closed' });
    const withdrawal = await api.agent.post(`${API}/nominations/${id}/withdrawal`).send({ reason: 'đổi ý' });
    expect(withdrawal.body).toMatchObject({ status: 409, code: 'nomination-closed' });
  });

  it('replays the proposal to the same bytes', async () => {
    const { body } = await api.agent.get(`${API}/proposals/${proposal}/replay`).expect(200);
    expect(body).toMatchObject({ same: true });
  });

  it('has an unbroken chain of audit events at the end', async () => {
    const { body } = await api.agent.get(`${API}/audit/verification`).expect(200);
    expect(body).toMatchObject({ ok: true });
  });
});
