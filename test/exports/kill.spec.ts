import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM } from '../../src/domain/access';
import { Clock } from '../../src/platform/clock/clock';
import { Service, buildService } from '../support/built-service';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import {
  type Exporting,
  ROUND,
  exportFiles,
  exporting,
  exportingWorkedCase,
  first,
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
    const one = run(...program);
    const { id } = await start(asking, ROUND);
    await reached(db, id, 'running');
    one.signal('SIGKILL');
    await one.ended;
    expect(await reached(db, id, 'running')).toMatchObject({ attempts: 1, sha256: null });

    const next = run(...program);
    const ended = await reached(db, id, 'done', 'failed');
    next.signal('SIGTERM');
    expect(await next.ended).toEqual({ code: 0, signal: null });
    expect(ended).toMatchObject({ state: 'done', attempts: 2, error: null, findings: [] });
    expect((await exportFiles(db)).filter((name) => name.startsWith(id))).toEqual([`${id}-2.zip`]);
  });

  it('goes back to the table when the process is told to stop, and counts no attempt', async () => {
    const one = run('src/cli/main.js', 'worker');
    const { id } = await start(asking, ROUND);
    await reached(db, id, 'running');
    one.signal('SIGTERM');
    expect(await one.ended).toEqual({ code: 0, signal: null });
    expect(await reached(db, id, 'waiting', 'done')).toMatchObject({ state: 'waiting', attempts: 0 });
    expect((await exportFiles(db)).filter((name) => name.startsWith(id))).toEqual([]);
    await asking.exports.cancel(SYSTEM, id);
  });

  it('is called off by Ctrl-C at the command that had asked for it', async () => {
    const out = join(db.config.dataDir, 'out.zip');
    const command = run('src/cli/main.js', 'export', CAMPAIGN, 'GD1', '--out', out);
    const job = await first(db, 'running');
    command.signal('SIGINT');
    expect(await command.ended).toEqual({ code: 130, signal: null });
    expect(command.stderr).toContain('Đã hủy lần xuất hồ sơ, không có tệp.');
    expect(await reached(db, job.id, 'cancelled')).toMatchObject({ createdBy: 'thidua', sha256: null });
    expect(existsSync(out)).toBe(false);
  });
});
