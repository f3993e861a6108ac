import { describeOnEachDatabase } from '../support/each-database';
import { nominationsOf } from '../support/cases';
import { PHASE, fileCampaign } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

interface Told {
  warnings: { code: string; message: string }[];
}

describeOnEachDatabase('what a person should know although it was accepted', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await fileCampaign(api.agent);
  });

  const council = { members: 9, present: 8, written: 1 };
  const codes = ({ body }: { body: unknown }) => (body as Told).warnings.map(({ code }) => code);

  it('is told when a phase is opened, and when its settings are edited', async () => {
    const outside = { date: '2031-01-15', council };
    const opened = await api.agent.post(`${PHASE}/opening`).send(outside).expect(201);
    expect(codes(opened)).toEqual(['date-outside-phase']);
    const inside = await api.agent.put(PHASE).set('If-Match', '"v1"').send({ date: '2025-12-20', council });
    expect([inside.status, codes(inside)]).toEqual([200, []]);
    const again = await api.agent.put(PHASE).set('If-Match', '"v2"').send(outside);
    expect([again.status, codes(again)]).toEqual([200, ['date-outside-phase']]);
    await api.agent.put(PHASE).set('If-Match', '"v3"').send({ date: '2025-12-20', council }).expect(200);
  });

  it('stands beside a tie resolution too', async () => {
    await api.agent.post(`${PHASE}/imports`).send(nominationsOf('hung-yen-tie')).expect(201);
    const { tieResolutions: [resolution] = [] } = nominationsOf('hung-yen-tie-resolved');
    const answer = await api.agent.post(`${PHASE}/tie-resolutions`).send(resolution).expect(201);
    expect(codes(answer)).toEqual([]);
  });
});

describeOnEachDatabase('two keys that are one in the composed form', (db) => {
  it('are an error, on the way of JSON as on that of YAML', async () => {
    const api = await startApp(db);
    await fileCampaign(api.agent);
    const round = nominationsOf('hung-yen');
    const [first, ...others] = round.nominations;
    const twice = { ...first?.scores.self, ['ế'.normalize('NFC')]: 1, ['ế'.normalize('NFD')]: 2 };
    expect(Object.keys(twice)).toHaveLength(Object.keys(first?.scores.self ?? {}).length + 2);
    const nominations = [{ ...first, scores: { ...first?.scores, self: twice } }, ...others];
    const { body } = await api.agent
      .post(`${PHASE}/imports`)
      .send({ ...round, nominations })
      .expect(422);
    const found = (body as { findings: { code: string }[] }).findings.map(({ code }) => code);
    expect(found).toContain('duplicate-key');
  });
});
