import { type EntityManager, In, Like } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { prefixOf } from '../../domain/nomination-code';
import { findPage } from '../../platform/database/find-page';
import { searchKey } from '../../platform/text/search-key';
import { UnitRow } from './unit.entity';

export interface UnitLine {
  id: string;
  name: string;
}

/** In Vietnamese order; `q` is searched without diacritics. */
export function findUnits(
  reader: EntityManager,
  { q = '', skip, take }: { q?: string; skip: number; take: number },
): Promise<[UnitRow[], number]> {
  const where = { searchKey: Like(`%${searchKey(q)}%`) };
  return findPage(reader, UnitRow, { where, order: { sortKey: 'ASC', id: 'ASC' }, skip, take });
}

/** Throws `unit-not-found`. */
export async function unitById(reader: EntityManager, id: string): Promise<UnitRow> {
  const row = await reader.findOneBy(UnitRow, { id });
  if (!row) throw new DomainError('unit-not-found', { unit: id });
  return row;
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

/** Letters that a new unit cannot have: those of other units, and those by which some code begins, there or in `codes`. */
export async function takenPrefixes(
  reader: EntityManager,
  codes: readonly string[] = [],
): Promise<Set<string>> {
  const units = await reader.find(UnitRow, { select: { id: true, prefix: true } });
  const used = await reader.sql<{ code: string }[]>`
    SELECT "code" FROM "nomination" WHERE "code" LIKE ${'%.%'}`;
  const begun = [...codes, ...used.map(({ code }) => code)].flatMap((code) => prefixOf(code) ?? []);
  return new Set([...units.map(({ prefix }) => prefix), ...begun]);
}

/** The name of every unit by the letters of its codes. */
export async function unitNamesByPrefix(reader: EntityManager): Promise<Map<string, string>> {
  const rows = await reader.find(UnitRow, { select: { prefix: true, name: true } });
  return new Map(rows.map(({ prefix, name }) => [prefix, name]));
}

/** The unit to which a prefix belongs, by prefix; one that is no unit's is left out. */
export async function unitsByPrefix(
  reader: EntityManager,
  prefixes: readonly string[],
): Promise<Map<string, UnitRow>> {
  const units = new Map<string, UnitRow>();
  const distinct = [...new Set(prefixes)];
  for (let start = 0; start < distinct.length; start += NAMES_AT_ONCE) {
    const rows = await reader.findBy(UnitRow, { prefix: In(distinct.slice(start, start + NAMES_AT_ONCE)) });
    for (const row of rows) units.set(row.prefix, row);
  }
  return units;
}
