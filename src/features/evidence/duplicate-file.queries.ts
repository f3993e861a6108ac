import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { Statement } from '../../platform/database/statement';
import { inScope } from '../nominations/nomination.scope';

/** One place where a file stands as evidence. */
export interface FileUse {
  sha256: string;
  fileId: string;
  file: string;
  bytes: number;
  uploadedAt: string;
  criterion: string;
  title: string;
  nominationId: string;
  code: string;
  nominee: string;
  unit: string;
  campaign: string;
  phase: string;
}

/** Who may compare nominations with each other: to a unit the others do not exist. */
const COMPARES = 'note.read';

/**
 * Files of a phase that stand in more than one nomination, of this phase or of another, each with all its places; and how
 * many such files there are. Only what the actor may see counts. Two queries.
 */
export async function duplicateFiles(
  reader: EntityManager,
  actor: Actor,
  phaseId: string,
  { skip, take }: { skip: number; take: number },
): Promise<[FileUse[][], number]> {
  const found = await new Statement(
    `SELECT f."sha256", COUNT(*) OVER () AS "total" FROM "evidence_file" f
     JOIN "nomination" n ON n."id" = f."nominationId" WHERE `,
  )
    .also(inScope(actor, COMPARES))
    .add(
      ` GROUP BY f."sha256" HAVING COUNT(DISTINCT f."nominationId") > 1
        AND SUM(CASE WHEN n."phaseId" = `,
      phaseId,
    )
    .add(' THEN 1 ELSE 0 END) > 0 ORDER BY MIN(f."uploadedAt"), f."sha256" LIMIT ', take)
    .add(' OFFSET ', skip)
    .run<{ sha256: string; total: number | string }>(reader);
  const hashes = found.map(({ sha256 }) => sha256);
  const uses = await usesOf(reader, actor, hashes);
  return [hashes.map((hash) => uses.filter(({ sha256 }) => sha256 === hash)), Number(found[0]?.total ?? 0)];
}

/** Every place, as far as the actor may compare, where files of these hashes stand: one query. */
export function usesOf(reader: EntityManager, actor: Actor, hashes: readonly string[]): Promise<FileUse[]> {
  const wanted = new Statement(`${USES} WHERE f."sha256" IN (`);
  if (hashes.length === 0) wanted.add('', '');
  for (const [index, hash] of hashes.entries()) wanted.add(index > 0 ? ', ' : '', hash);
  return wanted
    .also(new Statement(') AND '))
    .also(inScope(actor, COMPARES))
    .also(new Statement(' ORDER BY f."uploadedAt", n."code", f."id"'))
    .run<FileUse>(reader);
}

const USES = `SELECT f."sha256", f."id" AS "fileId", f."name" AS "file", f."bytes", f."uploadedAt",
  e."criterion", e."title", n."id" AS "nominationId", n."code", n."name" AS "nominee", u."name" AS "unit",
  c."title" AS "campaign", p."code" AS "phase"
  FROM "evidence_file" f JOIN "evidence" e ON e."id" = f."evidenceId"
  JOIN "nomination" n ON n."id" = f."nominationId" JOIN "unit" u ON u."id" = n."unitId"
  JOIN "phase" p ON p."id" = n."phaseId" JOIN "campaign" c ON c."id" = p."campaignId"`;
