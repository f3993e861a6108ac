import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { searchKey } from '../../platform/text/search-key';
import { UnitRow } from '../units/unit.entity';
import { type NamedNomination, type Scope, withParts } from './nomination-parts.queries';
import { NominationRow } from './nomination.entity';
import type { NominationRows } from './nomination.rows';

/** One line of a list: what a table shows, and no more. */
export interface NominationLine {
  id: string;
  code: string;
  name: string;
  unit: string;
  criteriaSet: string;
  subject: NominationRow['subject'];
  proposed: string | null;
  state: NominationRow['state'];
  version: number;
  updatedAt: string;
}

export type NominationSort = 'name' | 'code' | 'unit' | 'updated';

export interface NominationFilter {
  criteriaSet?: string;
  unit?: string;
  state?: NominationRow['state'];
  /** Searched in code, name and unit, without diacritics. */
  q?: string;
  sort: NominationSort;
  direction: 'asc' | 'desc';
  skip: number;
  take: number;
}

/** One page and the number of lines on all pages: two queries, however many lines. */
export async function listNominations(
  reader: EntityManager,
  phaseId: string,
  filter: NominationFilter,
): Promise<[NominationLine[], number]> {
  const query = filtered(reader, phaseId, filter);
  // Not `getCount`: its COUNT(DISTINCT id) takes several times as long.
  const counted = await query.clone().select('COUNT(*)', 'total').getRawOne<{ total: number | string }>();
  // Not a join: it would look up the units of all the lines that `offset` passes over.
  const lines = await sorted(query, filter)
    .select(LINE.map((column) => `n.${column} AS "${column}"`))
    .addSelect((unit) => unit.select('u.name').from(UnitRow, 'u').where('u.id = n.unitId'), 'unit')
    .offset(filter.skip)
    .limit(filter.take)
    .getRawMany<NominationLine>();
  return [lines, Number(counted?.total ?? 0)];
}

const LINE = ['id', 'code', 'name', 'criteriaSet', 'subject', 'proposed', 'state', 'version', 'updatedAt'];

function filtered(
  reader: EntityManager,
  phaseId: string,
  filter: NominationFilter,
): SelectQueryBuilder<NominationRow> {
  const query = reader.createQueryBuilder(NominationRow, 'n').where('n.phaseId = :phaseId', { phaseId });
  const { criteriaSet, unit, state } = filter;
  if (criteriaSet !== undefined) query.andWhere('n.criteriaSet = :criteriaSet', { criteriaSet });
  if (unit !== undefined) query.andWhere('n.unitId = :unit', { unit });
  if (state !== undefined) query.andWhere('n.state = :state', { state });
  // A search key holds letters, digits and spaces only: nothing that LIKE would take for a wildcard.
  if (filter.q) query.andWhere('n.searchKey LIKE :pattern', { pattern: `%${searchKey(filter.q)}%` });
  return query;
}

const ORDER: Record<NominationSort, string[]> = {
  name: ['n.sortKey', 'n.code'],
  code: ['n.code'],
  unit: ['n.unitSortKey', 'n.sortKey', 'n.code'],
  updated: ['n.updatedAt', 'n.code'],
};

function sorted(
  query: SelectQueryBuilder<NominationRow>,
  { sort, direction }: NominationFilter,
): SelectQueryBuilder<NominationRow> {
  for (const column of ORDER[sort]) query.addOrderBy(column, direction === 'asc' ? 'ASC' : 'DESC');
  return query;
}

/** Throws `nomination-not-found`. */
export async function nominationById(reader: EntityManager, id: string): Promise<NominationRow> {
  const row = await reader.findOneBy(NominationRow, { id });
  if (!row) throw new DomainError('nomination-not-found', { nomination: id });
  return row;
}

/** One nomination with all its parts. Throws `nomination-not-found`. */
export async function nominationRows(reader: EntityManager, id: string): Promise<NominationRows> {
  const [rows] = await rowsOf(reader, { id });
  if (!rows) throw new DomainError('nomination-not-found', { nomination: id });
  return rows;
}

/** Every nomination of a phase with all its parts, by code: six queries. */
export async function rowsOf(reader: EntityManager, scope: Scope): Promise<NominationRows[]> {
  const query = reader.createQueryBuilder(NominationRow, 'n').select([]);
  for (const { propertyName } of reader.dataSource.getMetadata(NominationRow).columns)
    query.addSelect(`n.${propertyName}`, propertyName);
  query.innerJoin(UnitRow, 'unit', 'unit.id = n.unitId').addSelect('unit.name', 'unit');
  if ('id' in scope) query.where('n.id = :id', scope);
  else query.where('n.phaseId = :phaseId', scope);
  return withParts(reader, scope, await query.getRawMany<NamedNomination>());
}
