import { type EntityManager, In, Like } from 'typeorm';
import { findPage } from '../../platform/database/find-page';
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
  return findPage(reader, UnitRow, {
    select: { id: true, name: true },
    where: { searchKey: Like(`%${searchKey(q)}%`) },
    order: { sortKey: 'ASC', id: 'ASC' },
    skip,
    take,
  });
}

/** SQLite takes 32,766 parameters in one statement. */
const NAMES_AT_ONCE = 10_000;

/** The ids of units by name; a name that no unit bears is left out. */
export async function unitIds(reader: EntityManager, names: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (let start = 0; start < names.length; start += NAMES_AT_ONCE) {
    const where = { name: In(names.slice(start, start + NAMES_AT_ONCE)) };
    const rows = await reader.find(UnitRow, { select: { id: true, name: true }, where });
    for (const { id, name } of rows) ids.set(name, id);
  }
  return ids;
}

/** All of them, in Vietnamese order: for choosing one. */
export function allUnits(reader: EntityManager): Promise<UnitLine[]> {
  return reader.find(UnitRow, { select: { id: true, name: true }, order: { sortKey: 'ASC', id: 'ASC' } });
}
