import type { EntityManager, QueryRunner } from 'typeorm';
import { Statement } from './statement';

/**
 * Words of a long text, found without reading every row: FTS5 on SQLite, a GIN index over `tsvector` on PostgreSQL. The
 * table is an ordinary one with the columns `number` (its primary key) and `key` (letters, digits and single spaces); the
 * database itself keeps the index in step, so no way of writing can forget it.
 */
export async function textIndex(runner: QueryRunner, table: string): Promise<void> {
  if (isPostgres(runner)) {
    await runner.query(
      `CREATE INDEX "${table}_words" ON "${table}" USING gin (to_tsvector('simple', "key"))`,
    );
    return;
  }
  const index = `${table}_words`;
  await runner.query(
    `CREATE VIRTUAL TABLE "${index}" USING fts5("key", content='${table}', content_rowid='number',
     tokenize='unicode61 remove_diacritics 0')`,
  );
  const add = `INSERT INTO "${index}" (rowid, "key") VALUES (NEW."number", NEW."key");`;
  const remove = `INSERT INTO "${index}" ("${index}", rowid, "key") VALUES ('delete', OLD."number", OLD."key");`;
  await runner.query(`CREATE TRIGGER "${index}_insert" AFTER INSERT ON "${table}" BEGIN ${add} END`);
  await runner.query(`CREATE TRIGGER "${index}_delete" AFTER DELETE ON "${table}" BEGIN ${remove} END`);
  await runner.query(
    `CREATE TRIGGER "${index}_update" AFTER UPDATE ON "${table}" BEGIN ${remove} ${add} END`,
  );
}

/** Before the table itself is dropped; on PostgreSQL its index goes with it. */
export async function dropTextIndex(runner: QueryRunner, table: string): Promise<void> {
  if (isPostgres(runner)) return;
  for (const change of ['insert', 'delete', 'update'])
    await runner.query(`DROP TRIGGER "${table}_words_${change}"`);
  await runner.query(`DROP TABLE "${table}_words"`);
}

/**
 * A condition on `number`, for rows that hold these words side by side, the last one perhaps begun only; `words` is a key of
 * the same kind as those stored.
 */
export function holdsWords(reader: EntityManager, table: string, words: string): Statement {
  const each = words.split(' ');
  if (reader.dataSource.options.type === 'postgres')
    return new Statement()
      .add(`to_tsvector('simple', "key") @@ to_tsquery('simple', `, `${each.join(' <-> ')}:*`)
      .also(new Statement(')'));
  return new Statement()
    .add(`"number" IN (SELECT rowid FROM "${table}_words" WHERE "${table}_words" MATCH `, `"${words}"*`)
    .also(new Statement(')'));
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'postgres';
}
