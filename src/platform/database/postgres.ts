import type { DataSource } from 'typeorm';

/** Any number but the one of the units of work: two processes that start together migrate one after the other. */
const MIGRATING = 7_428_002;

/** Longer than a unit of work takes, shorter than a person waits; then `database-busy`. */
const LOCK_TIMEOUT_MS = 10_000;

/** One unit of work writes at a time; a second connection serves readiness and migrations. */
const WRITERS = 2;
const READERS = 10;

/** Options of the writing and of the reading pool on one server. */
export function postgresOptions(url: string) {
  const common = { type: 'postgres', url, applicationName: 'thidua', connectTimeoutMS: 10_000 } as const;
  return {
    writer: { ...common, poolSize: WRITERS, extra: { options: `-c lock_timeout=${LOCK_TIMEOUT_MS}` } },
    reader: { ...common, poolSize: READERS, extra: { options: '-c default_transaction_read_only=on' } },
    migrate,
  };
}

async function migrate(writing: DataSource): Promise<void> {
  const runner = writing.createQueryRunner();
  try {
    // Its turn to migrate is waited for as long as the other takes: a service that gave up would not start.
    await runner.query('SET lock_timeout = 0');
    await runner.query(`SELECT pg_advisory_lock(${MIGRATING})`);
    await writing.runMigrations({ transaction: 'all' });
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(${MIGRATING})`);
    await runner.query('RESET lock_timeout');
    await runner.release();
  }
}
