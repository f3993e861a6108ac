import type { EntityManager } from 'typeorm';
import type { Report } from '../../../domain/nomination';
import { type Submitted, type SuspectedCopy, suspectedCopies } from '../../../domain/suspected-copy';
import { textsIn } from '../../../platform/text/search-key';
import type { PhaseMoment } from '../../campaigns/phase.queries';
import { section } from '../../nominations/report/report-reader';

/** What the list shows of one nomination of a pair. */
export interface CopyOf {
  id: string;
  code: string;
  name: string;
  unit: string;
}

export interface Copies {
  pairs: readonly SuspectedCopy[];
  byCode: ReadonlyMap<string, CopyOf>;
}

/**
 * To compare ten thousand reports takes a second; the answer is the same until something is sent in. So the last few are
 * kept, by phase and `inputVersion`. Everybody who may ask sees all of it: the office and the leadership.
 */
const kept = new Map<string, Copies>();
const MOST = 8;

/** The suspicions of a phase: two queries. Drafts are nobody's business, what was taken back copies nobody any more. */
export async function copiesIn(reader: EntityManager, { id, inputVersion }: PhaseMoment): Promise<Copies> {
  const key = `${id} ${inputVersion}`;
  const found = kept.get(key) ?? (await compared(reader, id));
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of [...kept.keys()].slice(0, -MOST)) kept.delete(oldest);
  return found;
}

async function compared(reader: EntityManager, phaseId: string): Promise<Copies> {
  const rows = await reader.sql<(CopyOf & { report: string })[]>`
    SELECT n."id", n."code", n."name", u."name" AS "unit", n."report"
    FROM "nomination" n JOIN "unit" u ON u."id" = n."unitId"
    WHERE n."phaseId" = ${phaseId} AND n."state" NOT IN ('draft', 'discarded', 'withdrawn', 'revoked')`;
  const evidence = await reader.sql<{ nominationId: string; title: string; document: string }[]>`
    SELECT e."nominationId", e."title", e."document" FROM "evidence" e
    JOIN "nomination" n ON n."id" = e."nominationId"
    WHERE n."phaseId" = ${phaseId} AND e."document" IS NOT NULL`;
  const decisions = new Map<string, string[]>();
  for (const { nominationId, title, document } of evidence)
    if (/sáng kiến/i.test(title.normalize('NFC')))
      decisions.set(nominationId, [...(decisions.get(nominationId) ?? []), `${title} (${document})`]);
  const submitted = rows.map((row) => submittedOf(row, decisions.get(row.id) ?? []));
  const byCode = new Map(rows.map(({ id, code, name, unit }) => [code, { id, code, name, unit }]));
  return { pairs: suspectedCopies(submitted), byCode };
}

/** An initiative is told by its title in the report, or by the numbered decision that recognised it. */
function submittedOf({ code, name, report }: CopyOf & { report: string }, decisions: string[]): Submitted {
  const said = JSON.parse(report) as Report;
  return {
    code,
    name,
    initiatives: [...section(said, 'initiatives'), ...decisions],
    text: textsIn(said).join('\n'),
  };
}
