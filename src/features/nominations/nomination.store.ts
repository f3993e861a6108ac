import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { canonicalJson } from '../../domain/canonical';
import type { Origin } from '../../domain/access';
import type { Nomination } from '../../domain/nomination';
import { insertInParts } from '../../platform/database/insert-in-parts';
import { newId } from '../../platform/database/new-id';
import type { OpenPhase } from '../campaigns/phase.queries';
import { BallotRow } from './ballot.entity';
import { EarlierAwardRow } from './earlier-award.entity';
import { EvidenceRow } from './evidence.entity';
import { replaceEvidence } from './evidence.store';
import { MatterRow } from './matter.entity';
import type { Accepted } from './nomination.document';
import { insertTexts, refreshText } from './nomination-text.store';
import { NominationRow } from './nomination.entity';
import { ballotsOf, earlierAwardsOf, evidenceOf, fieldsOf, mattersOf, sheetsOf } from './nomination.rows';
import { ScoreSheetRow } from './score-sheet.entity';

/** How nominations come in: who wrote them, and where they stand on their way. */
export interface Entry {
  unitIds: ReadonlyMap<string, string>;
  at: string;
  origin: Origin;
  stateOf: (accepted: Accepted) => Pick<NominationRow, 'state' | 'stateBefore'>;
}

interface Made {
  row: NominationRow;
  nomination: Nomination;
}

/** The one way from typed nominations to rows: posted alone or in a document of thousands. */
export async function insertNominations(
  manager: EntityManager,
  { phase }: OpenPhase,
  accepted: readonly Accepted[],
  context: Entry,
): Promise<NominationRow[]> {
  const made = accepted.map((one) => make(phase.id, one, context));
  const rows = made.map(({ row }) => row);
  await insertInParts(manager, NominationRow, rows);
  const insert = <T extends ObjectLiteral>(entity: new () => T, of: (id: string, one: Nomination) => T[]) =>
    insertInParts(
      manager,
      entity,
      made.flatMap(({ row, nomination }) => of(row.id, nomination)),
    );
  await insert(ScoreSheetRow, (id, one) => sheetsOf(id, phase.versionId, one));
  await insert(EvidenceRow, (id, one) => evidenceOf(id, one));
  await insert(MatterRow, (id, one) => mattersOf(id, one));
  await insert(EarlierAwardRow, earlierAwardsOf);
  await insert(BallotRow, ballotsOf);
  await insertTexts(manager, made.map(toldBy));
  return rows;
}

function make(phaseId: string, accepted: Accepted, { unitIds, at, origin, stateOf }: Entry): Made {
  const { nomination, criteriaSet } = accepted;
  const row: NominationRow = {
    id: newId(),
    phaseId,
    criteriaSet: criteriaSet.code,
    unitId: idOf(unitIds, nomination.unit),
    ...fieldsOf(nomination),
    ...stateOf(accepted),
    stateSince: at,
    origin,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  return { row, nomination };
}

function toldBy({ row, nomination: { report, evidence } }: Made) {
  return { nominationId: row.id, report, titles: evidence.map(({ title }) => title) };
}

/** Writes what has changed of a nomination; a list of parts that says the same keeps its rows. */
export async function replaceNomination(
  manager: EntityManager,
  row: NominationRow,
  change: { before: Nomination; after: Accepted; unitId: string; versionId: string; at: string },
): Promise<NominationRow> {
  const { before, unitId, at: updatedAt } = change;
  const { nomination: after, criteriaSet } = change.after;
  const columns = {
    ...fieldsOf(after),
    criteriaSet: criteriaSet.code,
    unitId,
    updatedAt,
    version: row.version + 1,
  };
  await manager.update(NominationRow, { id: row.id }, columns);
  await replaceSheets(manager, columns.version, row.id, sheetsOf(row.id, change.versionId, after));
  const replace = async <T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    key: keyof Nomination,
    rows: T[],
  ) => {
    if (same(before[key], after[key])) return;
    await manager.delete(entity, { nominationId: row.id });
    await insertInParts(manager, entity, rows);
  };
  if (!same(before.evidence, after.evidence))
    await replaceEvidence(manager, row.id, evidenceOf(row.id, after));
  await replace(MatterRow, 'matters', mattersOf(row.id, after));
  await replace(EarlierAwardRow, 'awards', earlierAwardsOf(row.id, after));
  await replaceBallots(manager, columns.version, row.id, ballotsOf(row.id, after));
  await refreshText(manager, row.id);
  return { ...row, ...columns };
}

async function replaceSheets(
  manager: EntityManager,
  version: number,
  nominationId: string,
  sheets: ScoreSheetRow[],
): Promise<void> {
  const known = await manager.findBy(ScoreSheetRow, { nominationId });
  const keyOf = ({ layer, member }: ScoreSheetRow) => `${layer} ${member}`;
  const says = ({ entries, recused }: ScoreSheetRow) => `${recused} ${entries}`;
  await replaceKeyed(manager, ScoreSheetRow, { version, known, wanted: sheets, keyOf, says });
}

async function replaceBallots(
  manager: EntityManager,
  version: number,
  nominationId: string,
  ballots: BallotRow[],
): Promise<void> {
  const known = await manager.findBy(BallotRow, { nominationId });
  const says = ({ yes, no, abstain }: BallotRow) => `${yes} ${no} ${abstain}`;
  const keyOf = ({ award }: BallotRow) => award;
  await replaceKeyed(manager, BallotRow, { version, known, wanted: ballots, keyOf, says });
}

/** A row that says something else takes the nomination's new version, so that whoever saw an old one is told. */
async function replaceKeyed<T extends { id: string; version: number }>(
  manager: EntityManager,
  entity: new () => T,
  rows: { version: number; known: T[]; wanted: T[]; keyOf: (row: T) => string; says: (row: T) => string },
): Promise<void> {
  const { version, keyOf, says } = rows;
  const left = new Map(rows.known.map((row) => [keyOf(row), row]));
  for (const wanted of rows.wanted) {
    const known = left.get(keyOf(wanted));
    left.delete(keyOf(wanted));
    if (known && says(known) === says(wanted)) continue;
    if (known) await manager.delete(entity, known.id);
    await insertInParts(manager, entity, [{ ...wanted, version } as never]);
  }
  for (const { id } of left.values()) await manager.delete(entity, id);
}

function idOf(unitIds: ReadonlyMap<string, string>, unit: string): string {
  const id = unitIds.get(unit);
  if (id === undefined) throw new Error('every unit of the nominations is known by now');
  return id;
}

function same(before: unknown, after: unknown): boolean {
  return canonicalJson(before) === canonicalJson(after);
}
