import { nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, openWorkedPhase, propose } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

describeOnEachDatabase('the audit of the service', (db) => {
  let api: TestApp;
  let id: string;
  beforeAll(async () => {
    api = await startApp(db);
    await openWorkedPhase(api.agent);
    await api.agent.post(`${API}/units`).send({ name: 'Văn phòng Sở' }).expect(201);
    const nomination = { code: 'TT-1', subject: 'collective', name: 'Văn phòng Sở', unit: 'Văn phòng Sở' };
    id = (await api.agent.post(`${PHASE}/nominations`).send(nomination).expect(201)).body.id;
  });

  const events = async (): Promise<string[]> => {
    const { body } = await api.agent.get(`${API}/audit/events?size=200`).expect(200);
    return body.items.map(({ action }: { action: string }) => action);
  };

  it('has one event for each change and none for a refusal or a reading', async () => {
    const one = `${API}/nominations/${id}`;
    const self = nominationsOf('hung-yen').nominations[0]?.scores.self;
    const changes: [string, () => Promise<unknown>][] = [
      [
        'nomination.edit',
        () =>
          api.agent
            .put(one)
            .set('If-Match', '"v1"')
            .send({ code: 'TT-1', subject: 'collective', name: 'Văn phòng', unit: 'Văn phòng Sở' })
            .expect(200),
      ],
      [
        'score.enter',
        () => api.agent.put(`${one}/scores/self`).set('If-Match', '"v0"').send({ entries: self }).expect(200),
      ],
      [
        'evidence.add',
        () => api.agent.post(`${one}/evidence`).send({ criterion: 'a', title: 'Báo cáo' }).expect(201),
      ],
      [
        'matter.add',
        () => api.agent.post(`${one}/matters`).send({ kind: 'press', status: 'cleared' }).expect(201),
      ],
      ['nomination.accept', () => api.agent.post(`${one}/acceptance`).expect(201)],
      [
        'score.enter',
        () =>
          api.agent
            .put(`${one}/scores/appraisal`)
            .set('If-Match', '"v0"')
            .send({ entries: self })
            .expect(200),
      ],
      ['nomination.appraise', () => api.agent.post(`${one}/appraisal`).expect(201)],
      ['nomination.refer', () => api.agent.post(`${one}/referral`).expect(201)],
      [
        'score.enter',
        () =>
          api.agent
            .put(`${one}/council-sheets/Ông A`)
            .set('If-Match', '"v0"')
            .send({ points: { a: 19 } })
            .expect(200),
      ],
      [
        'ballot.count',
        () => api.agent.put(`${one}/ballots/BK`).set('If-Match', '"v0"').send({ yes: 8, no: 1 }).expect(200),
      ],
      ['award.propose', () => propose(api.agent)],
      ['nomination.withdraw', () => api.agent.post(`${one}/withdrawal`).send({ reason: 'x' }).expect(201)],
    ];
    for (const [action, change] of changes) {
      const before = await events();
      await change();
      expect(await events()).toEqual([action, ...before]);
    }
    const first = await db.unitOfWork.reader.query(
      `SELECT "before" FROM "audit_event" WHERE "action" = 'score.enter'`,
    );
    expect(first).toEqual([{ before: null }, { before: null }, { before: null }]);
    const before = await events();
    await api.agent
      .put(`${one}/scores/self`)
      .set('If-Match', '"v0"')
      .send({ entries: { a: 1 } })
      .expect(409);
    await api.agent.post(`${PHASE}/nominations`).send({ code: 'X' }).expect(422);
    await api.agent.get(`${PHASE}/ranking`).expect(200);
    expect(await events()).toEqual(before);
    expect((await api.agent.get(`${API}/audit/verification`).expect(200)).body.ok).toBe(true);
  });

  it('tells an administrator of accounts and units, and of no score, vote or nomination', async () => {
    const admin = await api.person({ username: 'quan-tri', groups: ['administrator'] });
    const types = async (query = '') => {
      const { body } = await admin.get(`${API}/audit/events?size=200${query}`).expect(200);
      const items = body.items as { subjectType: string }[];
      expect(body.total).toBe(items.length);
      return [...new Set(items.map(({ subjectType }) => subjectType))].sort();
    };
    expect(await types()).toEqual(['installation', 'person', 'token', 'unit']);
    expect(await types('&subjectType=person')).toEqual(['person']);
    expect(await types('&subjectType=nomination')).toEqual([]);
    expect(await types(`&subjectId=${id}`)).toEqual([]);
  });

  it('keeps the draft of a unit to itself until it is sent', async () => {
    const unit = await api.person({ username: 'don-vi', groups: ['unit'], unit: 'Phòng Nháp' });
    const draft = { code: 'NH-1', subject: 'collective', name: 'Phòng Nháp', unit: 'Phòng Nháp' };
    const scores = { self: nominationsOf('hung-yen').nominations[0]?.scores.self };
    const made = await unit
      .post(`${PHASE}/nominations`)
      .send({ ...draft, scores })
      .expect(201);
    const of = async () => (await api.agent.get(`${API}/audit/events?subjectId=${made.body.id}`)).body.total;
    expect(await of()).toBe(0);
    await unit.post(`${API}/nominations/${made.body.id}/submission`).expect(201);
    expect(await of()).toBeGreaterThan(1);
  });
});
