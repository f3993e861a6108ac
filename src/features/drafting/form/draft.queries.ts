import { type EntityManager, In, Like } from 'typeorm';
import { type Actor, mayOn, type Right } from '../../../domain/access';
import type { Campaign, CriteriaSet } from '../../../domain/campaign';
import type { Nomination } from '../../../domain/nomination';
import type { NominationState } from '../../../domain/nomination-state';
import { DomainError } from '../../../domain/domain-error';
import { notesFor } from '../../appraisal/note.queries';
import type { OfficeNoteRow } from '../../appraisal/office-note.entity';
import { AuditEventEntity } from '../../audit/audit-event.entity';
import type { PhaseRow } from '../../campaigns/phase.entity';
import { openPhaseById } from '../../campaigns/phase.queries';
import type { NominationRow } from '../../nominations/nomination.entity';
import { nominationRows } from '../../nominations/nomination.queries';
import { nominationOf } from '../../nominations/nomination.rows';
import { visibleNomination } from '../../nominations/nomination.scope';
import { stateFor } from '../../nominations/seen-state';

/** A nomination on its writer's desk, with the rules that it follows. */
export interface Draft {
  row: NominationRow;
  nomination: Nomination;
  campaign: Campaign;
  set: CriteriaSet;
  phase: PhaseRow;
  returns: readonly Return[];
  /** What the office wrote beside it for the unit, the newest first. */
  notes: readonly OfficeNoteRow[];
  /** As the actor may see it. */
  state: NominationState;
}

/** One return by the office with its reason. */
interface Return {
  reason: string;
  by: string;
  at: string;
}

/** Loads what the actor may see. Throws `nomination-not-found`, also for another's. */
export async function draftOf(reader: EntityManager, actor: Actor, id: string): Promise<Draft> {
  await visibleNomination(reader, actor, id);
  const rows = await nominationRows(reader, id);
  const { campaign, phase } = await openPhaseById(reader, rows.nomination.phaseId);
  const set = campaign.criteriaSets.find(({ code }) => code === rows.nomination.criteriaSet);
  if (!set) throw new DomainError('unexpected', { incident: id });
  const returns = await returnsOf(reader, id);
  const { nomination: row } = rows;
  const [state, notes] = [stateFor(actor, row), await notesFor(reader, actor, row)];
  return { row, state, notes, nomination: nominationOf(rows), campaign, set, phase, returns };
}

/** Whether the actor has the right on the nomination as it stands: the page of a thing that cannot be done leads on. */
export function isOpenTo(actor: Actor, right: Right, { row }: Draft): boolean {
  return mayOn(actor, right, row);
}

/** Newest first. */
function returnsOf(reader: EntityManager, id: string): Promise<Return[]> {
  return reader.sql<Return[]>`
    SELECT "reason", "by", "at" FROM "nomination_step"
    WHERE "nominationId" = ${id} AND "step" = 'return' ORDER BY "ordinal" DESC`;
}

/** Who has changed last what a form holds, and when. */
export type LastEdit = Pick<AuditEventEntity, 'actorId' | 'actorName' | 'at'>;

/** What changes the contents of each form; that the office wrote itself a note is not for the unit to learn. */
const EDITS = {
  self: ['nomination.edit', 'evidence.add', 'evidence.attach', 'evidence.detach', 'evidence.remove'],
  appraisal: ['score.explain'],
};

/** Of the form of a draft, which holds the self-scores, or of the form of the appraisal. */
export async function lastEditOf(
  reader: EntityManager,
  id: string,
  layer: keyof typeof EDITS,
): Promise<LastEdit | undefined> {
  const event = { subjectType: 'nomination', subjectId: id };
  const edit = await reader.findOne(AuditEventEntity, {
    select: { actorId: true, actorName: true, at: true },
    where: [
      { ...event, action: In(EDITS[layer]) },
      { ...event, action: 'score.enter', after: Like(`%"layer":"${layer}"%`) },
    ],
    order: { ordinal: 'DESC' },
  });
  return edit ?? undefined;
}
