import { setImmediate } from 'node:timers/promises';
import { openPhase } from '../../src/features/campaigns/phase.queries';
import { phaseAtOneMoment } from '../../src/features/nominations/round.snapshot';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, importWorkedCase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

describeOnEachDatabase('a round that is read while it is written', (db) => {
  let api: TestApp;
  let one: string;
  beforeAll(async () => {
    api = await startApp(db);
    one = `${API}/nominations/${(await importWorkedCase(api.agent)).get('TT-01')}`;
    await edit(0);
    await api.app.listen(0, '127.0.0.1');
  });

  /** One edit says the same number in a column and in a row of its own. */
  const edit = async (number: number) => {
    const { headers } = await api.agent.get(one).expect(200);
    await api.agent
      .put(one)
      .set('If-Match', headers.etag ?? '')
      .send({ position: `${number}`, evidence: [{ criterion: 'a', title: `${number}` }] })
      .expect(200);
  };

  it('is all of one moment', async () => {
    const writing = { done: false };
    const write = async () => {
      for (let number = 1; number <= 30; number += 1) await edit(number);
      writing.done = true;
    };
    const read = async () => {
      const seen: (string | undefined)[][] = [];
      while (!writing.done) {
        const { round } = await phaseAtOneMoment(api.unitOfWork, (reader) =>
          openPhase(reader, CAMPAIGN, 'GD1'),
        );
        // On SQLite a reading never waits for anything: let the writer have its turn.
        await setImmediate();
        const [nomination] = round.nominations.filter(({ code }) => code === 'TT-01');
        seen.push([nomination?.position, nomination?.evidence[0]?.title]);
      }
      return seen;
    };
    const [, ...seen] = await Promise.all([write(), read(), read()]);
    expect(seen.flat().length).toBeGreaterThan(10);
    expect(seen.flat().filter(([position, title]) => position !== title)).toEqual([]);
  });
});
