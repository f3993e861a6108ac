import { Column, PrimaryColumn } from 'typeorm';

/**
 * The columns that mean the same on SQLite and PostgreSQL. Decimals and bigint come back as strings from PostgreSQL,
 * and each engine has its own idea of a date: points are integer hundredths, days and instants are ISO text.
 * Every decorator has its twin in `table-columns.ts` for the migrations.
 */
interface Nullable {
  nullable?: boolean;
}

/**
 * Texts are ordered byte by byte on either engine, whatever the collation of the PostgreSQL database: `byteOrder` makes it
 * so in the migrations. SQLite knows no other order and does not read this.
 */
const BYTES = { collation: 'C' };

const ID_LENGTH = 36;
const DAY_LENGTH = 10;
const INSTANT_LENGTH = 24;

/** Primary key: a UUID made by the program (`newId()`), or another short code. */
export const IdColumn = (): PropertyDecorator =>
  PrimaryColumn({ type: 'varchar', length: ID_LENGTH, ...BYTES });

/** The id of another row. */
export const RefColumn = (options: Nullable = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: ID_LENGTH, ...BYTES, ...options });

/** Primary key that is a whole number given by the program. */
export const OrdinalColumn = (): PropertyDecorator => PrimaryColumn({ type: 'integer' });

export const VarcharColumn = (length: number, options: Nullable = {}): PropertyDecorator =>
  Column({ type: 'varchar', length, ...BYTES, ...options });

/** `select: false` keeps a long one out of the rows that are found, until it is asked for. */
export const TextColumn = (options: Nullable & { select?: boolean } = {}): PropertyDecorator =>
  Column({ type: 'text', ...BYTES, ...options });

/** 32 bits on PostgreSQL: hundredths of a point, counts, ordinals. */
export const IntegerColumn = (options: Nullable = {}): PropertyDecorator =>
  Column({ type: 'integer', ...options });

export const BooleanColumn = (options: Nullable = {}): PropertyDecorator =>
  Column({ type: 'boolean', ...options });

/** Plain JSON values, kept as text; not for searching in. */
export const JsonColumn = (options: Nullable = {}): PropertyDecorator =>
  Column({ type: 'simple-json', ...BYTES, ...options });

/** `YYYY-MM-DD`. */
export const DayColumn = (options: Nullable = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: DAY_LENGTH, ...BYTES, ...options });

/** `2026-03-01T02:03:04.567Z`, from `Clock.now()`. */
export const InstantColumn = (options: Nullable = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: INSTANT_LENGTH, ...BYTES, ...options });
