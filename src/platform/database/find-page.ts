import type { EntityManager, FindManyOptions, ObjectLiteral } from 'typeorm';

/** As `findAndCount`, but always two queries: that one saves the count where a page is not full. */
export async function findPage<T extends ObjectLiteral>(
  reader: EntityManager,
  entity: new () => T,
  options: FindManyOptions<T>,
): Promise<[T[], number]> {
  const { where } = options;
  return [await reader.find(entity, options), await reader.count(entity, { where })];
}
