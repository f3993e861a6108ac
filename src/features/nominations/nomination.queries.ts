import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import type { PhaseMoment } from '../campaigns/phase.queries';
import { Statement } from '../../platform/database/statement';
import { Kept } from '../../platform/kept';
import { searchKey } from '../../platform/text/search-key';
import { UnitRow } from '../units/unit.entity';
import { type NamedNomination, type Scope, withParts } from './nomination-parts.queries';
import { textsWith } from './nomination-text.store';
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
  stateSince: string;
  /** Not told to whoever may not know that others have changed something. */
  version?: number;
  updatedAt?: string;
}

export type NominationSort = 'name' | 'code' | 'unit' | 'updated';

export interface NominationFilter {
  criteriaSet?: string;
  unit?: string;
  state?: NominationRow['state'];
  /** Searched without diacritics in code, name and unit, and word by word in report and evidence titles. */
  q?: string;
  sort: NominationSort;
  direction: 'asc' | 'desc';
  skip: number;
  take: number;
}

/** The rows that the asker may see, and a key that is the same for two who see the same. */
interface Scoped {
  condition: Statement;
  key: string;
  /** Whether everything is shown: also that a nomination is held or decided, and when it was changed. */
  full: boolean;
}

/** One page and the number of lines on all pages: two queries at most, however many lines. */
export async function listNominations(
  reader: EntityManager,
  phase: PhaseMoment,
  filter: NominationFilter,
  scope: Scoped,
): Promise<[NominationLine[], number]> {
  const found = conditions(reader, phase.id, filter, scope);
  const total = await countOf(reader, phase, filter, { found, key: scope.key });
  const take = Math.min(filter.take, total - filter.skip);
  if (take <= 0) return [[], total];
  // OFFSET walks over all that it skips: a page in the second half is fetched from the end.
  const fromEnd = filter.skip > total / 2;
  const skip = fromEnd ? total - filter.skip - take : filter.skip;
  // Not a join: it would look up the units of all the lines that OFFSET passes over.
  const columns = [...LINE, ...(scope.full ? CHANGES : []), `${stateIn(scope)} AS "state"`, UNIT].join(', ');
  const lines = await new Statement(`SELECT ${columns} FROM "nomination" n WHERE `)
    .also(found)
    .add(` ORDER BY ${order(filter, scope, { fromEnd })} LIMIT `, take)
    .add(' OFFSET ', skip)
    .run<NominationLine>(reader);
  return [fromEnd ? lines.reverse() : lines, total];
}

/** To count ten thousand lines takes longer than to fetch fifty: a number is kept until something is sent in. */
const counts = new Kept<number>(1_000);

function countOf(
  reader: EntityManager,
  { id, inputVersion, draftVersion }: PhaseMoment,
  { criteriaSet, unit, state, q }: NominationFilter,
  { found, key: scope }: { found: Statement; key: string },
): Promise<number> {
  const parts = [id, inputVersion, draftVersion, criteriaSet, unit, state, q, scope];
  return counts.of(parts, async () => {
    const [counted] = await new Statement('SELECT COUNT(*) AS "total" FROM "nomination" n WHERE ')
      .also(found)
      .run<{ total: number | string }>(reader);
    return Number(counted?.total ?? 0);
  });
}

const LINE = ['id', 'code', 'name', 'criteriaSet', 'subject', 'proposed', 'stateSince'].map(columnOf);
const CHANGES = ['version', 'updatedAt'].map(columnOf);
const UNIT = '(SELECT u."name" FROM "unit" u WHERE u."id" = n."unitId") AS "unit"';

function columnOf(name: string): string {
  return `n."${name}"`;
}

/** `shownState` of the domain, in SQL. */
export const SHOWN_STATE = `CASE WHEN n."state" IN ('held', 'decided') AND n."stateBefore" IS NOT NULL
  THEN n."stateBefore" ELSE n."state" END`;

function stateIn({ full }: Scoped): string {
  return full ? 'n."state"' : SHOWN_STATE;
}

function conditions(
  reader: EntityManager,
  phaseId: string,
  { criteriaSet, unit, state, q }: NominationFilter,
  scope: Scoped,
): Statement {
  const found = new Statement().add('n."phaseId" = ', phaseId);
  const searched = q ? holding(reader, searchKey(q)) : new Statement();
  const seen = new Statement(' AND ').also(scope.condition);
  // In this order they are asked of each row. What a search would find of others' must not make it slower: only who sees
  // all that was sent is searched for first, which leaves few rows to ask about their state.
  for (const condition of scope.full ? [searched, seen] : [seen, searched]) found.also(condition);
  if (criteriaSet !== undefined) found.add(' AND n."criteriaSet" = ', criteriaSet);
  if (unit !== undefined) found.add(' AND n."unitId" = ', unit);
  if (state !== undefined) found.add(` AND ${stateIn(scope)} = `, state);
  return found;
}

/** A search key holds letters, digits and spaces only: nothing that LIKE would take for a wildcard. */
function holding(reader: EntityManager, key: string): Statement {
  const named = new Statement().add(' AND (n."searchKey" LIKE ', `%${key}%`);
  // One letter is found in every text.
  if (key.length < 2) return named.also(new Statement(')'));
  return named.also(new Statement(' OR n."id" IN (')).also(textsWith(reader, key)).also(new Statement('))'));
}

const ORDER: Record<NominationSort, string[]> = {
  name: ['sortKey', 'code'],
  code: ['code'],
  unit: ['unitSortKey', 'sortKey', 'code'],
  updated: ['updatedAt', 'code'],
};

function order(
  { sort, direction }: NominationFilter,
  { full }: Scoped,
  { fromEnd }: { fromEnd: boolean },
): string {
  const ascending = (direction === 'asc') !== fromEnd;
  const columns = sort === 'updated' && !full ? ['stateSince', 'code'] : ORDER[sort];
  return columns.map((column) => `n."${column}" ${ascending ? 'ASC' : 'DESC'}`).join(', ');
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
