import { mkdir } from 'node:fs/promises';
import { DataSource, type DataSourceOptions, type EntityManager, type QueryRunner } from 'typeorm';
import { withoutPassword } from '../config/config';
import { migrations } from './migrations';
import { postgresOptions } from './postgres';
import { SqliteTurnRunner, sqliteOptions } from './sqlite';

/** Where the data live: a PostgreSQL URL, or else the SQLite file `thidua.sqlite` in `dataDir`. */
export interface DatabaseSettings {
  databaseUrl?: string;
  dataDir: string;
}

/** The database cannot be opened; `params` say which one and why, without the password. */
export class DatabaseUnreachable extends Error {
  readonly params: { where: string; reason: string };

  constructor({ databaseUrl, dataDir }: DatabaseSettings, cause: unknown) {
    super('the database cannot be opened', { cause });
    this.name = 'DatabaseUnreachable';
    this.params = { where: databaseUrl ? withoutPassword(databaseUrl) : dataDir, reason: reasonOf(cause) };
  }
}

/** PostgreSQL and the network answer with a code; an AggregateError stands for every address that was tried. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return reasonOf(cause.errors[0]);
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

/** An entity class; the decorators know the rest. */
export type Entity = new () => object;

/**
 * Both ways into one database. `writer` belongs to the unit of work alone; everything else reads through `reader`,
 * which the engine itself keeps from writing: a read-only connection on SQLite, read-only sessions on PostgreSQL.
 */
export class Database {
  private constructor(
    readonly engine: 'sqlite' | 'postgres',
    private readonly writing: DataSource,
    /** What Nest hands out as `DataSource` and `EntityManager`: it cannot write. */
    readonly reading: DataSource,
  ) {}

  /** Connects both ways and brings the tables up to date. Rejects when the database cannot be reached. */
  static async open(settings: DatabaseSettings, entities: readonly Entity[]): Promise<Database> {
    const options = optionsOf(settings);
    const writing = new DataSource(writerOptions(settings, entities));
    const reading = new DataSource({ ...options.reader, entities: [...entities] });
    const database = new Database(settings.databaseUrl ? 'postgres' : 'sqlite', writing, reading);
    try {
      if (!settings.databaseUrl) await privateFolder(settings.dataDir);
      await writing.initialize();
      await options.migrate(writing);
      await reading.initialize();
      return database;
    } catch (error) {
      await database.close();
      throw new DatabaseUnreachable(settings, error);
    }
  }

  get reader(): EntityManager {
    return this.reading.manager;
  }

  /** A fresh connection for one unit of work; once released it refuses every further statement. */
  turn(): QueryRunner {
    return this.engine === 'sqlite' ? SqliteTurnRunner.on(this.writing) : this.writing.createQueryRunner();
  }

  /** Rejects unless both connections answer and no migration waits. */
  async check(): Promise<void> {
    await this.reading.query('SELECT 1');
    await this.writing.query('SELECT 1');
    if (await this.writing.showMigrations()) throw new Error('a migration is pending');
  }

  async close(): Promise<void> {
    for (const source of [this.reading, this.writing]) if (source.isInitialized) await source.destroy();
  }
}

/** The file holds names and conduct of people: a new folder is for its owner alone. */
async function privateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** The options of the writing connection. */
export function writerOptions(settings: DatabaseSettings, entities: readonly Entity[]): DataSourceOptions {
  return { ...optionsOf(settings).writer, entities: [...entities], migrations };
}

function optionsOf({ databaseUrl, dataDir }: DatabaseSettings) {
  return databaseUrl ? postgresOptions(databaseUrl) : sqliteOptions(dataDir);
}
