import { Clock } from '../../src/platform/clock/clock';
import { Service, buildService } from '../support/built-service';
import { describeOnEachDatabase } from '../support/each-database';
import {
  type Exporting,
  ROUND,
  exportFiles,
  exporting,
  exportingWorkedCase,
  reached,
  start,
} from './support';

/** Each test starts whole processes: seconds when idle, much more on a busy host. */
jest.setTimeout(240_000);

describeOnEachDatabase('an export whose process is killed in the middle', (db) => {
  let built: Awaited<ReturnType<typeof buildService>>;
  let asking: Exporting;
  const children: Service[] = [];
  beforeAll(async () => {
    built = await buildService();
    await exportingWorkedCase(db);
    asking = await exporting(db, { clock: new Clock() });
  });
  afterAll(async () => {
    for (const child of children) child.signal('SIGKILL');
    await built.remove();
  });

  const run = (...program: string[]) => {
    const { dataDir, databaseUrl = '' } = db.config;
    const env = { PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
    const child = Service.start(built.folder, env, program);
    children.push(child);
    return child;
  };

  it.each([
    ['the service', ['src/main.js']],
    ['a worker', ['src/cli/main.js', 'worker']],
  ])('is done by the next one, once: %s', async (_, program) => {
    const first = run(...program);
    const { id } = await start(asking, ROUND);
    await reached(db, id, 'running');
    first.signal('SIGKILL');
    await first.ended;
    expect(await reached(db, id, 'running')).toMatchObject({ attempts: 1, sha256: null });

    const second = run(...program);
    const ended = await reached(db, id, 'done', 'failed');
    second.signal('SIGTERM');
    expect(await second.ended).toEqual({ code: 0, signal: null });
    expect(ended).toMatchObject({ state: 'done', attempts: 2, error: null, findings: [] });
    expect((await exportFiles(db)).filter((name) => name.startsWith(id))).toEqual([`${id}-2.zip`]);
  });

  it('goes back to the table when the process is told to stop, and counts no attempt', async () => {
    const first = run('src/cli/main.js', 'worker');
    const { id } = await start(asking, ROUND);
    await reached(db, id, 'running');
    first.signal('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(await reached(db, id, 'waiting', 'done')).toMatchObject({ state: 'waiting', attempts: 0 });
    expect((await exportFiles(db)).filter((name) => name.startsWith(id))).toEqual([]);
  });
});
