import type { TableColumnOptions } from 'typeorm';

/** Columns for the `Table` API of migrations, twins of the decorators in `entity-columns.ts`. */
type Options = Partial<Pick<TableColumnOptions, 'isNullable' | 'isPrimary' | 'isUnique'>>;

const ID_LENGTH = '36';

/** Primary key, a UUID or short code. */
export const id = (name = 'id'): TableColumnOptions => ref(name, { isPrimary: true });

/** The id of another row. */
export const ref = (name: string, options: Options = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: ID_LENGTH,
  ...options,
});

export const varchar = (name: string, length: number, options: Options = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  ...options,
});

export const text = (name: string, options: Options = {}): TableColumnOptions => ({
  name,
  type: 'text',
  ...options,
});

export const integer = (name: string, options: Options = {}): TableColumnOptions => ({
  name,
  type: 'integer',
  ...options,
});

export const boolean = (name: string, options: Options = {}): TableColumnOptions => ({
  name,
  type: 'boolean',
  ...options,
});

/** `simple-json` is text in the database. */
export const json = text;

export const day = (name: string, options: Options = {}): TableColumnOptions => varchar(name, 10, options);

export const instant = (name: string, options: Options = {}): TableColumnOptions =>
  varchar(name, 24, options);
