import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { postgresOptions } from '../../src/platform/database/postgres';
import { TestDatabase } from '../support/each-database';

describe('a service that starts while another migrates', () => {
  const db = new TestDatabase('postgres');
  beforeAll(() => db.open());
  afterAll(() => db.close());

  it('waits for as long as that takes, and after that no longer than usual', async () => {
    const url = db.config.databaseUrl ?? '';
    const other = new Client({ connectionString: url });
    await other.connect();
    await other.query('SELECT pg_advisory_lock(7428002)');
    const { writer, migrate } = postgresOptions(url);
    const second = await new DataSource({
      ...writer,
      extra: { options: '-c lock_timeout=50' },
    }).initialize();
    const migrating = migrate(second).then(
      () => 'migrated',
      (error: unknown) => error,
    );
    await Promise.race([migrating, waitingLong(other)]);
    await other.query('SELECT pg_advisory_unlock(7428002)');
    expect(await migrating).toBe('migrated');
    const shown = await Promise.all([1, 2].map(() => second.query('SHOW lock_timeout')));
    expect(shown.flat()).toEqual([{ lock_timeout: '50ms' }, { lock_timeout: '50ms' }]);
    await second.destroy();
    await other.end();
  });
});

/** Six times as long as its timeout. */
async function waitingLong(watch: Client): Promise<void> {
  const waits = `SELECT 1 FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event" = 'advisory'
    AND now() - "query_start" > interval '300 ms'`;
  while ((await watch.query(waits)).rowCount === 0) await wait(20);
}
