import type { QueryRunner } from 'typeorm';

/**
 * Rolls back after a failure, without a word about it: that first error is the one worth knowing. Where the transaction could
 * not even begin TypeORM still takes it for active, and a lost connection has rolled back by itself.
 */
export async function abandon(runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
}
