import type { QueryRunner } from 'typeorm';

/**
 * Makes PostgreSQL order and search every text of the table byte by byte, as SQLite does, whatever collation its database
 * was made with: codes, sort keys and search keys then come in one and the same order on both engines. For migrations,
 * after `createTable`; the twin of the decorators in `entity-columns.ts`.
 */
export async function byteOrder(runner: QueryRunner, table: string): Promise<void> {
  if (runner.dataSource.options.type !== 'postgres') return;
  const columns = (await runner.getTable(table))?.columns.filter(({ type }) => TEXTS.has(type)) ?? [];
  const changes = columns.map(({ name, type, length }) => {
    const size = length ? `(${length})` : '';
    return `ALTER COLUMN "${name}" TYPE ${type}${size} COLLATE "C"`;
  });
  if (changes.length > 0) await runner.query(`ALTER TABLE "${table}" ${changes.join(', ')}`);
}

const TEXTS = new Set(['character varying', 'text']);
