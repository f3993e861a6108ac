import { type QueryRunner, TableColumn, type TableColumnOptions } from 'typeorm';
import { byteOrder } from './byte-order';

/**
 * Adds a column to a table that has rows, and fills it with an SQL expression over them. For migrations: a default would
 * stay in the schema and be a second place for a rule.
 */
export async function addFilled(
  runner: QueryRunner,
  table: string,
  options: TableColumnOptions,
  filling?: string,
): Promise<void> {
  const wanted = new TableColumn(options);
  const open = new TableColumn({ ...options, isNullable: true });
  await runner.addColumn(table, open);
  if (filling) await runner.query(`UPDATE "${table}" SET "${options.name}" = ${filling}`);
  if (!options.isNullable) await runner.changeColumn(table, open, wanted);
  await byteOrder(runner, table);
}
