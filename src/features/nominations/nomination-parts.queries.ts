import type { EntityManager } from 'typeorm';
import { compareCodes } from '../../domain/canonical';
import { BallotRow } from './ballot.entity';
import { EarlierAwardRow } from './earlier-award.entity';
import { EvidenceRow } from './evidence.entity';
import { MatterRow } from './matter.entity';
import type { NominationRow } from './nomination.entity';
import type { NominationRows } from './nomination.rows';
import { ScoreSheetRow } from './score-sheet.entity';

/** The nominations that are asked for: one, or all of a phase. */
export type Scope = { id: string } | { phaseId: string };

/** A nomination with the name of its unit beside the columns. */
export type NamedNomination = NominationRow & { unit: string };

type PartOf = { nominationId: string };

/** Gathers the parts of any number of nominations with five queries. */
export async function withParts(
  reader: EntityManager,
  scope: Scope,
  nominations: readonly NamedNomination[],
): Promise<NominationRows[]> {
  const sheets = byNomination(await parts(reader, ScoreSheetRow, scope, 'member'));
  const evidence = byNomination(await parts(reader, EvidenceRow, scope, 'ordinal'));
  const matters = byNomination(await parts(reader, MatterRow, scope, 'ordinal'));
  const awards = byNomination(await parts(reader, EarlierAwardRow, scope, 'ordinal'));
  const ballots = byNomination(await parts(reader, BallotRow, scope, 'award'));
  return nominations.map(({ unit, ...nomination }) => ({
    nomination,
    unit,
    sheets: (sheets.get(nomination.id) ?? []).map(withFlags).sort((a, b) => compareCodes(a.member, b.member)),
    evidence: evidence.get(nomination.id) ?? [],
    matters: matters.get(nomination.id) ?? [],
    awards: awards.get(nomination.id) ?? [],
    ballots: ballots.get(nomination.id) ?? [],
  }));
}

/** SQLite gives booleans of plain rows as 0 and 1. */
function withFlags(sheet: ScoreSheetRow): ScoreSheetRow {
  return { ...sheet, recused: Boolean(sheet.recused) };
}

/** Plain rows and no entities: a large phase has some 100,000 parts, and building objects takes most of the time. */
async function parts<T extends PartOf>(
  reader: EntityManager,
  entity: new () => T,
  scope: Scope,
  order: keyof T & string,
): Promise<T[]> {
  const query = reader.createQueryBuilder(entity, 'part').select([]);
  for (const { propertyName } of reader.dataSource.getMetadata(entity).columns)
    query.addSelect(`part.${propertyName}`, propertyName);
  if ('id' in scope) query.where('part.nominationId = :id', scope);
  else query.innerJoin('NominationRow', 'n', 'n.id = part.nominationId').where('n.phaseId = :phaseId', scope);
  return query.orderBy(`part.${order}`).getRawMany<T>();
}

function byNomination<T extends PartOf>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.nominationId);
    if (group) group.push(row);
    else groups.set(row.nominationId, [row]);
  }
  return groups;
}
