import type { EntityManager } from 'typeorm';
import { insertInParts } from '../../platform/database/insert-in-parts';
import { EvidenceRow } from './evidence.entity';

/**
 * Writes the evidence of a nomination anew. A piece that says the same keeps its row, and so does one that was reworded
 * under its criterion: files hang on the rows.
 */
export async function replaceEvidence(
  manager: EntityManager,
  nominationId: string,
  wanted: readonly EvidenceRow[],
): Promise<void> {
  const known = await manager.find(EvidenceRow, { where: { nominationId }, order: { ordinal: 'ASC' } });
  const rows = identified(known, wanted);
  const kept = new Set(rows.map(({ id }) => id));
  for (const { id } of known) if (!kept.has(id)) await manager.delete(EvidenceRow, { id });
  // Two pieces may change places: first all step aside, for no two may share an ordinal even for a moment.
  for (const { id, ordinal } of known)
    if (kept.has(id)) await manager.update(EvidenceRow, { id }, { ordinal: -ordinal });
  const old = new Set(known.map(({ id }) => id));
  for (const { id, ...columns } of rows) if (old.has(id)) await manager.update(EvidenceRow, { id }, columns);
  await insertInParts(
    manager,
    EvidenceRow,
    rows.filter(({ id }) => !old.has(id)),
  );
}

/** The wanted rows under the ids of those that they continue: first the equal ones, then the next of the same criterion. */
function identified(known: readonly EvidenceRow[], wanted: readonly EvidenceRow[]): EvidenceRow[] {
  const left = new Set(known);
  const ids = new Map<EvidenceRow, string>();
  for (const alike of [isSame, isOfSameCriterion]) {
    for (const row of wanted) {
      const before = ids.has(row) ? undefined : [...left].find((each) => alike(each, row));
      if (!before) continue;
      left.delete(before);
      ids.set(row, before.id);
    }
  }
  return wanted.map((row) => ({ ...row, id: ids.get(row) ?? row.id }));
}

function isSame(a: EvidenceRow, b: EvidenceRow): boolean {
  return isOfSameCriterion(a, b) && a.title === b.title && a.document === b.document && a.file === b.file;
}

function isOfSameCriterion(a: EvidenceRow, b: EvidenceRow): boolean {
  return a.criterion === b.criterion;
}
