import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';

/** PostgreSQL takes 65,535 parameters in one statement, SQLite 32,766. */
const PARAMETERS = 30_000;

/** Inserts any number of rows, in as few statements as both engines allow. */
export async function insertInParts<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly QueryDeepPartialEntity<T>[],
): Promise<void> {
  const columns = manager.dataSource.getMetadata(entity).columns.length;
  const size = Math.max(1, Math.trunc(PARAMETERS / columns));
  for (let start = 0; start < rows.length; start += size)
    await manager.insert(entity, rows.slice(start, start + size));
}
