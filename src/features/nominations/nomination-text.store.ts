import type { EntityManager } from 'typeorm';
import { insertInParts } from '../../platform/database/insert-in-parts';
import { Statement } from '../../platform/database/statement';
import { holdsWords } from '../../platform/database/text-index';
import { searchText, textsIn } from '../../platform/text/search-key';
import { EvidenceRow } from './evidence.entity';
import { NominationTextRow } from './nomination-text.entity';
import { NominationRow } from './nomination.entity';

/** What is said at length: the report, and what the pieces of evidence are called. */
interface Told {
  nominationId: string;
  report: unknown;
  titles: readonly string[];
}

/** For nominations that have just come in. */
export async function insertTexts(manager: EntityManager, told: readonly Told[]): Promise<void> {
  const last = (await manager.maximum(NominationTextRow, 'number')) ?? 0;
  const rows = told.map((each, index) => ({
    number: last + index + 1,
    nominationId: each.nominationId,
    key: keyOf(each),
  }));
  await insertInParts(manager, NominationTextRow, rows);
}

/** For a nomination whose report has changed, or a piece of its evidence: to be called in the same transaction. */
export async function refreshText(manager: EntityManager, nominationId: string): Promise<void> {
  const { report } = await manager.findOneOrFail(NominationRow, {
    select: { id: true, report: true },
    where: { id: nominationId },
  });
  const pieces = await manager.find(EvidenceRow, { where: { nominationId }, order: { ordinal: 'ASC' } });
  const key = keyOf({
    nominationId,
    report: JSON.parse(report) as unknown,
    titles: pieces.map(({ title }) => title),
  });
  await manager.update(NominationTextRow, { nominationId }, { key });
}

/** The ids of nominations whose texts hold these words, as a sub-query. */
export function textsWith(reader: EntityManager, words: string): Statement {
  return new Statement('SELECT "nominationId" FROM "nomination_text" WHERE ').also(
    holdsWords(reader, 'nomination_text', words),
  );
}

function keyOf({ report, titles }: Told): string {
  return searchText(...textsIn(report), ...titles);
}
