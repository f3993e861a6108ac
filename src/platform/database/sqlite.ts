import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner';
import { abandon } from './abandon';
import { retryWhilePassing } from './passing-failure';

export const SQLITE_FILE = 'thidua.sqlite';

/** How long one statement may hold the process while another process writes; longer waits are ours. */
const BUSY_MS = 100;
const OPENING_MS = 10_000;

/** Options of the writing and of the reading connection to one file. */
export function sqliteOptions(dataDir: string) {
  const common = { type: 'better-sqlite3', database: join(dataDir, SQLITE_FILE), timeout: BUSY_MS } as const;
  return {
    writer: { ...common, prepareDatabase: prepareWriter },
    reader: { ...common, readonly: true, fileMustExist: true, prepareDatabase: prepareReader },
    migrate: (writing: DataSource) => retryWhilePassing(() => migrate(writing)),
  };
}

/**
 * WAL lets readers go on while somebody writes; FULL because an award once reported must survive a power cut. On a new file
 * another process may be turning WAL on just now: nobody is served yet, so SQLite itself may wait for it.
 */
function prepareWriter(connection: BetterSqlite3.Database): void {
  connection.pragma(`busy_timeout = ${OPENING_MS}`);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma(`busy_timeout = ${BUSY_MS}`);
}

/** A long list is walked page by page: 64 MB keep its index at hand, where 2 MB would read it from disk each time. */
function prepareReader(connection: BetterSqlite3.Database): void {
  connection.pragma('cache_size = -65536');
}

/**
 * All pending migrations in one transaction that takes the write lock before it asks which are pending: of two processes
 * that start together the second one waits and then finds nothing left to do. Foreign keys are off meanwhile, because
 * SQLite changes a table by building it anew, and on again however it ends.
 */
async function migrate(writing: DataSource): Promise<void> {
  const runner = SqliteTurnRunner.on(writing);
  await runner.beforeMigration();
  try {
    await runner.startTransaction();
    await new MigrationExecutor(writing, runner).executePendingMigrations();
    await runner.commitTransaction();
  } catch (error) {
    await abandon(runner);
    throw error;
  } finally {
    await runner.afterMigration();
    await runner.release();
  }
}

/**
 * The connection for one turn of writing. TypeORM hands out one runner for all and never closes it: a statement that
 * outlives its unit of work would then run outside any transaction. This one refuses after its release. It takes the
 * write lock at the start, where waiting for another process is harmless, and not in the middle of the work.
 */
export class SqliteTurnRunner extends BetterSqlite3QueryRunner {
  static on(source: DataSource): QueryRunner {
    const runner = new SqliteTurnRunner(source.driver as BetterSqlite3Driver);
    Object.assign(runner, { manager: source.createEntityManager(runner) });
    return runner;
  }

  override query(...[query, ...rest]: Parameters<Query>): ReturnType<Query> {
    return super.query(query === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : query, ...rest);
  }

  override async release(): Promise<void> {
    await super.release();
    this.isReleased = true;
  }
}

type Query = BetterSqlite3QueryRunner['query'];
