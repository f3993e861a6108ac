import { type EntityManager, In, Like } from 'typeorm';
import { searchKey } from '../../platform/text/search-key';
import { UnitRow } from './unit.entity';

export interface UnitLine {
  id: string;
  name: string;
}

/** In Vietnamese order; `q` is searched without diacritics. */
export async function listUnits(
  reader: EntityManager,
  { q = '', skip, take }: { q?: string; skip: number; take: number },
): Promise<[UnitLine[], number]> {
  return reader.findAndCount(UnitRow, {
    select: { id: true, name: true },
    where: { searchKey: Like(`%${searchKey(q)}%`) },
    order: { sortKey: 'ASC', id: 'ASC' },
    skip,
    take,
  });
}

/** The ids of units by name; a name that no unit bears is left out. */
export async function unitIds(reader: EntityManager, names: Iterable<string>): Promise<Map<string, string>> {
  const rows = await reader.find(UnitRow, {
    select: { id: true, name: true },
    where: { name: In([...names]) },
  });
  return new Map(rows.map(({ id, name }) => [name, id]));
}
