import { SYSTEM } from '../../src/domain/access';
import { parse } from 'yaml';
import { CAMPAIGN, caseText } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, importWorkedCase, propose } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

const one = `${API}/campaigns/${CAMPAIGN}`;
const plan = caseText('hung-yen', 'campaign.yaml');
const lower = plan.replaceAll('floor: 90', 'floor: 85');

describeOnEachDatabase('the plan of a campaign', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await importWorkedCase(api.agent);
  });

  it('that has scores is changed by a new version only, which moves no phase at work', async () => {
    const before = (await api.agent.get(`${PHASE}/ranking`).expect(200)).body;
    const change = { definition: lower, reason: 'Hạ điểm sàn theo ý kiến của Hội đồng' };
    const { body } = await api.agent.post(`${one}/versions`).send(change).expect(201);
    expect(body).toMatchObject({ plan: 2, runningPhases: [{ phase: 'GD1', version: 1 }] });
    expect((await api.agent.get(`${PHASE}/ranking`).expect(200)).body).toEqual(before);
    expect((await api.agent.get(PHASE).expect(200)).body.plan).toBe(1);
    expect((await api.agent.get(`${one}/definition`).expect(200)).text).toBe(lower);
    expect((await api.agent.get(`${one}/definition?version=1`).expect(200)).text).toBe(plan);
  });

  it('may be sent as an object: the same plan as its text', async () => {
    const { body: filed } = await api.agent.get(one).expect(200);
    const definition: Record<string, unknown> = { ...parse(lower), code: 'gui-bang-json' };
    const { body } = await api.agent.post(`${API}/campaigns`).send({ definition }).expect(201);
    expect(body).toMatchObject({ code: 'gui-bang-json', title: filed.title, plan: 1 });
    const broken = { definition: { ...definition, code: 'khac', awards: 'hai' } };
    const refused = await api.agent.post(`${API}/campaigns`).send(broken).expect(422);
    expect(refused.body.findings).toContainEqual(
      expect.objectContaining({ code: 'not-a-list', path: ['awards'], level: 'error' }),
    );
  });

  it('answers its number as plan, never as an ETag that no PUT takes', async () => {
    const other = plan.replace(`code: ${CAMPAIGN}`, 'code: phong-trao-khac');
    const { headers, body } = await api.agent
      .post(`${API}/campaigns`)
      .send({ definition: other })
      .expect(201);
    expect([body.plan, body.version, headers.etag]).toEqual([1, undefined, undefined]);
  });

  it('that no longer names a phase at work still shows it, as its own plan calls it', async () => {
    const before = (await api.agent.get(one).expect(200)).body;
    const renamed = lower.replace('code: GD1', 'code: GD9');
    await api.agent
      .post(`${one}/versions`)
      .send({ definition: renamed, reason: 'Đổi mã giai đoạn' })
      .expect(201);
    const { phases } = (await api.agent.get(one).expect(200)).body;
    expect(phases[0]).toMatchObject({ code: 'GD9' });
    expect(phases[0].opened).toBeUndefined();
    expect(phases.at(-1)).toEqual(before.phases[0]);
    await api.agent.post(`${one}/versions`).send({ definition: lower, reason: 'Trả lại mã cũ' }).expect(201);
  });

  it('cannot be edited in place, not even by hand', async () => {
    const byHand = (statement: string) =>
      db.unitOfWork.run(SYSTEM, ({ manager }) => manager.query(statement));
    await expect(byHand(`UPDATE "campaign_version" SET "definition" = '{}'`)).rejects.toThrow('append-only');
    await expect(byHand(`DELETE FROM "campaign_version"`)).rejects.toThrow('append-only');
    await propose(api.agent);
    await expect(byHand(`UPDATE "proposal" SET "result" = '{}'`)).rejects.toThrow('append-only');
  });

  it('that says nothing new is no version, and a plan of another campaign is none of this one', async () => {
    const send = (definition: string) => api.agent.post(`${one}/versions`).send({ definition, reason: 'x' });
    expect((await send(lower)).body).toMatchObject({ status: 409, code: 'version-exists' });
    expect((await send(plan.replace(`code: ${CAMPAIGN}`, 'code: khac'))).body.code).toBe(
      'another-campaign-code',
    );
  });

  it('that is wrong is refused with every finding and its line', async () => {
    const definition = plan.replace('tier: 2', 'tier: 1').replace('min: 1, max: 2', 'min: 3, max: 2');
    const { body } = await api.agent.post(`${one}/versions`).send({ definition, reason: 'x' }).expect(422);
    const errors = body.findings.filter(({ level }: { level: string }) => level === 'error');
    expect(errors.length).toBeGreaterThanOrEqual(2);
    for (const { line, message } of errors) expect([line > 1, message.length > 0]).toEqual([true, true]);
  });

  it('is filed once under its code', async () => {
    const { body } = await api.agent.post(`${API}/campaigns`).send({ definition: plan }).expect(409);
    expect(body.code).toBe('campaign-exists');
  });
});
