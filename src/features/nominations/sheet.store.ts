import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../../domain/canonical';
import type { Entries } from '../../domain/nomination';
import { newId } from '../../platform/database/new-id';
import type { Transaction } from '../../platform/database/unit-of-work';
import { requireVersion } from '../../platform/http/etag';
import { type OnDesk, countChange } from './nomination.desk';
import { entriesOf } from './nomination.rows';
import { ScoreSheetRow } from './score-sheet.entity';

/** Which sheet of a nomination; `member` is empty outside the council. */
interface SheetKey {
  layer: ScoreSheetRow['layer'];
  member: string;
}

interface SheetEntries {
  recused: boolean;
  entries: Entries;
}

/** The sheet as it stands; one that nobody has filled yet has no entries and version 0. */
export async function sheetOf(reader: EntityManager, nominationId: string, key: SheetKey) {
  const row = await reader.findOneBy(ScoreSheetRow, { nominationId, ...key });
  return row ?? { nominationId, ...key, recused: false, entries: '{}', version: 0 };
}

/**
 * Writes checked entries over what the sender has seen, and counts the change. The sheet takes the nomination's new
 * version: one that was taken away and made anew never has a version again that somebody has seen. Throws `stale-edit`.
 */
export async function saveSheet(
  { manager, audit }: Transaction,
  { row, open }: OnDesk,
  key: SheetKey,
  change: { seen: number; at: string } & SheetEntries,
): Promise<{ version: number }> {
  const before = await manager.findOneBy(ScoreSheetRow, { nominationId: row.id, ...key });
  requireVersion({ version: before?.version ?? 0 }, change.seen);
  const version = await countChange(manager, row, change.at);
  const columns = {
    recused: change.recused,
    entries: canonicalJson(change.entries),
    versionId: open.phase.versionId,
    version,
  };
  if (before) await manager.update(ScoreSheetRow, { id: before.id }, columns);
  else await manager.insert(ScoreSheetRow, { id: newId(), nominationId: row.id, ...key, ...columns });
  await audit.record({
    action: 'score.enter',
    subject: { type: 'nomination', id: row.id },
    before: before ? { ...key, recused: before.recused, entries: entriesOf(before) } : undefined,
    after: { ...key, recused: change.recused, entries: change.entries },
  });
  return { version };
}
