import type { TableForeignKeyOptions } from 'typeorm';

/** The twin of `@ForeignKey` on one column that holds the id of a row of another table. */
export const references = (column: string, table: string): TableForeignKeyOptions => ({
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
});
