import type { EntityManager } from 'typeorm';
import { DomainError } from '../../../domain/domain-error';
import type { PaperName } from '../papers/paper-subject';
import { Statement } from '../../../platform/database/statement';
import { SignedPaperRow } from './signed-paper.entity';

/** All that came back of one paper, the one that counts first. Whether the asker may see it is asked before. */
export function signedPapersOf(
  reader: EntityManager,
  phaseId: string,
  { kind, subject }: PaperName,
): Promise<SignedPaperRow[]> {
  return reader.find(SignedPaperRow, { where: { phaseId, kind, subject }, order: { ordinal: 'DESC' } });
}

/** The signed file of a paper that counts; null where none came back yet. */
export async function signedPaper(
  reader: EntityManager,
  phaseId: string,
  name: PaperName,
): Promise<SignedPaperRow | null> {
  return (await signedPapersOf(reader, phaseId, name))[0] ?? null;
}

/** The one that counts of each paper of a phase, in one query, by `kind subject`. */
export async function signedPapersOfPhase(
  reader: EntityManager,
  phaseId: string,
): Promise<Map<string, SignedPaperRow>> {
  const rows = await reader.find(SignedPaperRow, { where: { phaseId }, order: { ordinal: 'ASC' } });
  return new Map(rows.map((row) => [`${row.kind} ${row.subject}`, row]));
}

/** When something that papers of a phase speak of was changed last, by the audit; null where nothing was. */
export async function lastChange(reader: EntityManager, phaseId: string): Promise<string | null> {
  const of = (table: string, id = 'id') =>
    ` OR "subjectId" IN (SELECT "${id}" FROM "${table}" WHERE "phaseId" = `;
  const [last] = await new Statement('SELECT "at" FROM "audit_event" WHERE')
    .add(' ("subjectId" = ', phaseId)
    .add(of('nomination'), phaseId)
    .add(`)${of('nomination', 'unitId')}`, phaseId)
    .add(`)${of('decision')}`, phaseId)
    .add(`)${of('council_session')}`, phaseId)
    .also(new Statement(`)) AND "action" NOT LIKE 'signed-paper.%' AND "action" NOT LIKE 'paper.issue%'`))
    .also(new Statement(` AND "action" NOT LIKE 'export.%' ORDER BY "ordinal" DESC LIMIT 1`))
    .run<{ at: string }>(reader);
  return last?.at ?? null;
}

/** One of the files of a paper, also one that was replaced. Throws `signed-paper-not-found`. */
export async function signedPaperById(
  reader: EntityManager,
  phaseId: string,
  { kind, subject }: PaperName,
  id: string,
): Promise<SignedPaperRow> {
  const row = await reader.findOneBy(SignedPaperRow, { id, phaseId, kind, subject });
  if (!row) throw new DomainError('signed-paper-not-found');
  return row;
}
