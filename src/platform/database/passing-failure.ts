import { setTimeout as wait } from 'node:timers/promises';
import { QueryFailedError } from 'typeorm';
import { DomainError } from '../../domain/domain-error';

const PATIENCE_MS = 15_000;
const PAUSE_MS = 20;

/** SQLite: another process writes. PostgreSQL: serialization failure, deadlock, lock timeout. */
const PASSING = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', '40001', '40P01', '55P03']);

/**
 * Tries again while the database is only busy, for at most fifteen seconds. Waiting here and not in SQLite's own
 * busy handler keeps the process answering: better-sqlite3 would stop it for the whole wait.
 */
export async function retryWhilePassing<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (performance.now() > deadline) throw new DomainError('database-busy');
      await wait(PAUSE_MS);
    }
  }
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: unknown };
  return typeof code === 'string' && PASSING.has(code);
}
