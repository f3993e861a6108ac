import { nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { PHASE, importWorkedCase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

describeOnEachDatabase('the settings of a phase', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await importWorkedCase(api.agent);
  });

  const { date, council } = nominationsOf('hung-yen');
  const edit = async (settings: object) => {
    const { headers } = await api.agent.get(PHASE).expect(200);
    return api.agent
      .put(PHASE)
      .set('If-Match', headers.etag ?? '')
      .send(settings);
  };

  it('are not changed to a council of fewer members than have voted', async () => {
    const { body } = await edit({ date, council: { members: 2, present: 2 } });
    expect(body).toMatchObject({ status: 422, code: 'input-refused' });
    expect(body.findings.length).toBeGreaterThan(1);
    expect(body.findings).toContainEqual(
      expect.objectContaining({
        code: 'votes-above-members',
        path: ['nominations', 'TT-01', 'ballots', 'BK'],
      }),
    );
    expect((await api.agent.get(PHASE).expect(200)).body).toMatchObject({ version: 1, council });
  });

  it('are told with their own faults too', async () => {
    const { body } = await edit({ date: '2025-02-30', council });
    expect(body.findings).toMatchObject([{ path: ['date'] }]);
  });

  it('are answered without the keys of tables, and with the ETag of the next edit', async () => {
    const { status, headers, body } = await edit({ date: '2025-12-21', council });
    expect([status, headers.etag]).toEqual([200, '"v2"']);
    expect(body).toEqual({
      code: 'GD1',
      date: '2025-12-21',
      participants: {},
      council,
      openedAt: expect.any(String),
      version: 2,
      warnings: [],
    });
  });
});
