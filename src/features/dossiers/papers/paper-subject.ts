import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import { Statement } from '../../../platform/database/statement';
import type { OpenPhase } from '../../campaigns/phase.queries';
import { SessionRow } from '../../council/session.entity';
import { inScope } from '../../nominations/nomination.scope';
import { noticedUnit } from './noticed-unit';
import { DOCUMENT_KINDS, type DocumentKind } from './paper';

/** What a paper is about, and so what its `subject` is: a code of a nomination, of an award, a number of a session, the id of a unit… */
type PaperSubject = 'nomination' | 'award' | 'session' | 'unit' | 'phase';

export const SUBJECT_OF: Readonly<Record<DocumentKind, PaperSubject>> = {
  'achievement-report': 'nomination',
  'score-sheet': 'nomination',
  submission: 'award',
  'nominee-list': 'award',
  invitation: 'session',
  minutes: 'session',
  'award-decision': 'award',
  certificate: 'award',
  notice: 'unit',
  'review-report': 'phase',
};

/** One paper of a phase. */
export interface PaperName {
  kind: DocumentKind;
  subject: string;
}

/** Throws `paper-not-found`, also for a paper on a nomination that the actor may not see (law 7). */
export async function requirePaper(
  reader: EntityManager,
  actor: Actor,
  open: OpenPhase,
  { kind: named, subject }: { kind: string; subject: string },
): Promise<PaperName> {
  const kind = DOCUMENT_KINDS.find((each) => each === named);
  const name = subject.normalize('NFC');
  if (kind === undefined || !(await isThere(reader, actor, open, SUBJECT_OF[kind], name)))
    throw new DomainError('paper-not-found', { kind: named, subject });
  return { kind, subject: name };
}

async function isThere(
  reader: EntityManager,
  actor: Actor,
  { phase, campaign }: OpenPhase,
  about: PaperSubject,
  name: string,
): Promise<boolean> {
  if (about === 'phase') return name === phase.code;
  if (about === 'award') return campaign.awards.some(({ code }) => code === name);
  if (about === 'unit') return (await noticedUnit(reader, phase.id, name)) !== undefined;
  if (about === 'nomination') return isVisible(reader, actor, phase.id, name);
  const number = /^[1-9]\d{0,4}$/.test(name) ? Number(name) : 0;
  return reader.existsBy(SessionRow, { phaseId: phase.id, number });
}

async function isVisible(reader: EntityManager, actor: Actor, phaseId: string, code: string) {
  const rows = await new Statement('SELECT n."id" FROM "nomination" n WHERE')
    .add(' n."phaseId" = ', phaseId)
    .add(' AND n."code" = ', code)
    .also(new Statement(' AND '))
    .also(inScope(actor, 'dossier.read'))
    .run(reader);
  return rows.length > 0;
}
