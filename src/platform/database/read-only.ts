import { DataSource, type EntityManager } from 'typeorm';
import type { DatabaseSettings, Entity } from './database';
import { postgresOptions } from './postgres';
import { sqliteOptions } from './sqlite';

/** A database as it stands: nothing is migrated and nothing can be written. */
export interface ReadOnlyDatabase {
  reader: EntityManager;
  hasTable(name: string): Promise<boolean>;
  close(): Promise<void>;
}

/** For commands that only look. Rejects when the database is not there or does not answer. */
export async function openReadOnly(
  { databaseUrl, dataDir }: DatabaseSettings,
  entities: readonly Entity[],
): Promise<ReadOnlyDatabase> {
  const { reader } = databaseUrl ? postgresOptions(databaseUrl) : sqliteOptions(dataDir);
  const source = await new DataSource({ ...reader, entities: [...entities] }).initialize();
  return {
    reader: source.manager,
    hasTable: (name) => hasTable(source, name),
    close: () => source.destroy(),
  };
}

async function hasTable(source: DataSource, name: string): Promise<boolean> {
  const runner = source.createQueryRunner();
  try {
    return await runner.hasTable(name);
  } finally {
    await runner.release();
  }
}
