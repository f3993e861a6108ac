import { type EntityManager, In } from 'typeorm';
import { insertInParts } from '../../platform/database/insert-in-parts';
import { EvidenceFileRow } from './evidence-file.entity';
import { EvidenceRow } from './evidence.entity';

/** Takes a piece away, and its file with it. */
export async function removeEvidence(manager: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await manager.delete(EvidenceFileRow, { evidenceId: In(ids) });
  await manager.delete(EvidenceRow, { id: In(ids) });
}

/**
 * Writes the list of a document over the rows of a nomination. A piece that says the same keeps its row, and so the file
 * that belongs to it; so does one that names the same file under another title or criterion, and one without a file that was
 * reworded under its criterion.
 */
export async function replaceEvidence(
  manager: EntityManager,
  nominationId: string,
  wanted: readonly EvidenceRow[],
): Promise<void> {
  const known = await manager.find(EvidenceRow, { where: { nominationId }, order: { ordinal: 'ASC' } });
  const { kept, rows } = matched(known, wanted);
  const gone = known.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  await removeEvidence(manager, gone);
  // An ordinal is taken by one piece at a time: the pieces that stay step aside before they take their new places.
  await manager.update(EvidenceRow, { nominationId }, { ordinal: () => '-"ordinal"' });
  for (const row of rows) if (kept.has(row.id)) await manager.update(EvidenceRow, { id: row.id }, row);
  await insertInParts(
    manager,
    EvidenceRow,
    rows.filter(({ id }) => !kept.has(id)),
  );
}

/** From the strictest to the loosest: what makes a piece of the document one that is known. */
const SAMENESS: ((piece: EvidenceRow) => string | undefined)[] = [
  ({ criterion, title, document, file }) => JSON.stringify([criterion, title, document, file]),
  ({ criterion, file }) => (file === null ? undefined : JSON.stringify([criterion, file])),
  ({ file }) => file || undefined,
  ({ criterion, file }) => (file === null ? JSON.stringify([criterion]) : undefined),
];

/** The wanted rows, those under the id of a known one that are the same piece; each known one is taken once. */
function matched(known: readonly EvidenceRow[], wanted: readonly EvidenceRow[]) {
  const rows = wanted.map((piece) => ({ ...piece }));
  const open = new Set(rows);
  const kept = new Set<string>();
  for (const key of SAMENESS) {
    const free = byKey(
      known.filter(({ id }) => !kept.has(id)),
      key,
    );
    for (const row of open) {
      const same = free.get(key(row) ?? NOTHING)?.shift();
      if (!same) continue;
      row.id = same.id;
      kept.add(same.id);
      open.delete(row);
    }
  }
  return { kept, rows };
}

const NOTHING = '';

function byKey(rows: readonly EvidenceRow[], key: (row: EvidenceRow) => string | undefined) {
  const groups = new Map<string, EvidenceRow[]>();
  for (const row of rows) {
    const name = key(row) ?? NOTHING;
    if (name !== NOTHING) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}
