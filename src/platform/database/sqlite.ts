import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { DataSource, QueryRunner } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner';
import { retryWhilePassing } from './passing-failure';

export const SQLITE_FILE = 'thidua.sqlite';

/** How long one statement may hold the process while another process writes; longer waits are ours. */
const BUSY_MS = 100;

/** Options of the writing and of the reading connection to one file. */
export function sqliteOptions(dataDir: string) {
  const common = { type: 'better-sqlite3', database: join(dataDir, SQLITE_FILE), timeout: BUSY_MS } as const;
  return {
    writer: { ...common, prepareDatabase: prepareWriter },
    reader: { ...common, readonly: true, fileMustExist: true, prepareDatabase: prepareReader },
    migrate: (writing: DataSource) => retryWhilePassing(() => writing.runMigrations({ transaction: 'all' })),
  };
}

/** WAL lets readers go on while somebody writes; FULL because an award once reported must survive a power cut. */
function prepareWriter(connection: BetterSqlite3.Database): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
}

/** A long list is walked page by page: 64 MB keep its index at hand, where 2 MB would read it from disk each time. */
function prepareReader(connection: BetterSqlite3.Database): void {
  connection.pragma('cache_size = -65536');
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
