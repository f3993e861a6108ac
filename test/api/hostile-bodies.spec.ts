import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, openWorkedPhase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

const NUL = String.fromCharCode(0);

describeOnEachDatabase('a hostile body', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await openWorkedPhase(api.agent);
  });

  const sound = { code: 'X-1', subject: 'collective', name: 'Phòng A', unit: 'Phòng A' };
  const submit = (text: string) => api.agent.post(`${PHASE}/nominations`).type('application/json').send(text);
  const changed = (change: object) => submit(JSON.stringify({ ...sound, ...change }));

  afterEach(async () => {
    const { body } = await api.agent.get(`${PHASE}/nominations`).expect(200);
    expect(body.total).toBe(0);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each([
    ['an unknown field', { favourite: true }, 422, 'unknown-key'],
    ['a zero character', { name: `Phòng${NUL}A` }, 400, 'control-character'],
    ['half a character', { name: 'Phòng \ud800' }, 400, 'control-character'],
    ['a number for a name of an award', { proposed: 7 }, 422, 'unknown-award'],
    ['a list for a name', { name: ['A'] }, 422, 'not-text'],
    ['a huge number', { members: 3_000_000_000 }, 422, 'number-too-large'],
    ['a huge text', { name: 'A'.repeat(40_000) }, 422, 'text-too-long'],
    ['a unit longer than a key', { unit: 'A'.repeat(301) }, 422, 'text-too-long'],
    ['points above the maximum', { scores: { self: { a: 21 } } }, 422, 'above-max'],
    ['an unknown criterion', { scores: { self: { nope: 1 } } }, 422, 'entry-of-unknown-criterion'],
    ['a name of every object as key', { report: { constructor: 'x' } }, 400, 'reserved-code'],
  ])('with %s is refused with a finding that says so', async (_what, change, status, code) => {
    const { body } = await changed(change).expect(status);
    expect(body.findings.map((finding: { code: string }) => finding.code)).toContain(code);
  });

  it('that would pollute the prototype is refused', async () => {
    const text = `{"__proto__":{"polluted":true},"code":"X-1","subject":"collective","name":"A","unit":"A"}`;
    const { body } = await submit(text).expect(400);
    expect(body.findings).toMatchObject([{ code: 'reserved-code', path: ['__proto__'] }]);
  });

  it.each(['null', '[]', '"text"', '7', '{', '[[['])(
    'that is %s and no nomination is refused',
    async (text) => {
      const { status, type } = await submit(text);
      expect([status === 400 || status === 422, type]).toEqual([true, 'application/problem+json']);
    },
  );

  it('that nests without end is refused', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const { body } = await submit(`{"code":${deep}}`).expect(400);
    expect(body.findings).toMatchObject([{ code: 'too-deep' }]);
  });

  it('with all its faults is told all of them at once, each with its path', async () => {
    const scores = { self: { a: '20.5', b: 99 } };
    const { body } = await changed({
      subject: 'collective',
      scores,
      ballots: { ZZ: { yes: 1, no: 0 } },
    }).expect(422);
    expect(body.findings.map(({ path }: { path: unknown[] }) => path.join('.')).sort()).toEqual([
      'ballots.ZZ',
      'scores.self.a',
      'scores.self.b',
    ]);
  });

  it('sent to a small resource is checked field by field', async () => {
    const { body } = await api.agent
      .post(`${PHASE}/amendments`)
      .send({ award: 'BK', criteriaSet: 'tap-the', from: 2, max: 1.5, reason: 5, extra: 1 })
      .expect(400);
    expect(body.findings.map(({ path }: { path: unknown[] }) => path.join('.')).sort()).toEqual([
      'extra',
      'max',
      'reason',
    ]);
  });

  it('or address with a zero character is refused', async () => {
    await api.agent.get(`${API}/nominations/%00`).expect(400);
    await api.agent.get(`${PHASE}/nominations?q=a%00b`).expect(400);
  });

  it('with a search full of wildcards finds nothing by them', async () => {
    const { body } = await api.agent.get(`${PHASE}/nominations`).query({ q: "%_' OR 1=1 --" }).expect(200);
    expect(body.total).toBe(0);
  });
});
