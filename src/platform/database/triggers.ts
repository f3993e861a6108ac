import type { QueryRunner } from 'typeorm';

/** Makes the database itself refuse to change or remove a row of the table, on either engine. */
export async function appendOnly(runner: QueryRunner, table: string): Promise<void> {
  await refuse(runner, table, 'UPDATE');
  await refuse(runner, table, 'DELETE');
  await refuseTruncate(runner, table);
}

/**
 * Refuses an update, delete or insert where the SQL condition over `OLD` and `NEW` holds (always, when absent).
 * The names of tables and columns are ours, never input.
 */
export async function refuse(
  runner: QueryRunner,
  table: string,
  change: 'UPDATE' | 'DELETE' | 'INSERT',
  when = 'TRUE',
): Promise<void> {
  const name = `${table}_refuses_${change.toLowerCase()}`;
  if (isPostgres(runner)) {
    await createRefusal(runner);
    await runner.query(
      `CREATE TRIGGER "${name}" BEFORE ${change} ON "${table}" FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION refuse_change()`,
    );
    return;
  }
  await runner.query(
    `CREATE TRIGGER "${name}" BEFORE ${change} ON "${table}" FOR EACH ROW WHEN ${when}
     BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
  );
}

/** SQLite knows no TRUNCATE. */
async function refuseTruncate(runner: QueryRunner, table: string): Promise<void> {
  if (!isPostgres(runner)) return;
  await runner.query(
    `CREATE TRIGGER "${table}_refuses_truncate" BEFORE TRUNCATE ON "${table}" EXECUTE FUNCTION refuse_change()`,
  );
}

async function createRefusal(runner: QueryRunner): Promise<void> {
  await runner.query(
    `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  );
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'postgres';
}
