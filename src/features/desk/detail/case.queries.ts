import type { EntityManager } from 'typeorm';
import { type Actor, mayOn } from '../../../domain/access';
import type { CriteriaSet } from '../../../domain/campaign';
import type { Scored } from '../../../domain/criteria';
import { DomainError } from '../../../domain/domain-error';
import type { Entries } from '../../../domain/nomination';
import { evidenceFilesOf } from '../../evidence/evidence-file.queries';
import { notesFor } from '../../appraisal/note.queries';
import type { OfficeNoteRow } from '../../appraisal/office-note.entity';
import { reasonsOf } from '../../appraisal/reason.store';
import { type OpenPhase, openPhaseById } from '../../campaigns/phase.queries';
import { PlaceRow } from '../../campaigns/place.entity';
import type { EvidenceFileRow } from '../../nominations/evidence-file.entity';
import { NominationStepRow } from '../../nominations/nomination-step.entity';
import type { NominationRow } from '../../nominations/nomination.entity';
import { nominationRows } from '../../nominations/nomination.queries';
import type { NominationRows } from '../../nominations/nomination.rows';
import { visibleNomination } from '../../nominations/nomination.scope';
import { seesAll } from '../../nominations/seen-state';

/** One nomination with everything that its pages are made from; what of it is shown to whom is asked by the views. */
export interface Case {
  rows: NominationRows;
  open: OpenPhase;
  set: CriteriaSet;
  /** The files of its evidence. */
  files: EvidenceFileRow[];
  /** The oldest first. */
  steps: NominationStepRow[];
  /** What its `relative` criteria are compared with; empty where there are none, or where the reader may not know them. */
  pool: Scored[];
  /** Whether it holds a place: what was decided on stays as it is. */
  decidedOn: boolean;
  /** Why the appraisal differs from the unit's own entries, by criterion; empty for whoever may not read scores. */
  reasons: ReadonlyMap<string, string>;
  /** What the office wrote beside it, as far as the reader may read that. */
  notes: OfficeNoteRow[];
}

/** A fixed number of queries. Throws `nomination-not-found`. */
export async function caseFor(reader: EntityManager, actor: Actor, id: string): Promise<Case> {
  const row = await visibleNomination(reader, actor, id);
  const rows = await nominationRows(reader, id);
  const open = await openPhaseById(reader, rows.nomination.phaseId);
  const set = setOf(open, rows.nomination.criteriaSet);
  return {
    rows,
    open,
    set,
    files: await evidenceFilesOf(reader, id),
    steps: await reader.find(NominationStepRow, { where: { nominationId: id }, order: { ordinal: 'ASC' } }),
    pool: seesAll(actor) ? await poolOf(reader, row, set) : [],
    decidedOn: await reader.existsBy(PlaceRow, { nominationId: id }),
    reasons: mayOn(actor, 'score.read', row) ? await reasonsOf(reader, id) : new Map(),
    notes: await notesFor(reader, actor, row),
  };
}

function setOf({ campaign }: OpenPhase, code: string): CriteriaSet {
  const set = campaign.criteriaSets.find((each) => each.code === code);
  if (!set) throw new DomainError('unexpected');
  return set;
}

/** The single sheets of all others in a pool, and no more: only a `relative` criterion asks for them. */
async function poolOf(
  reader: EntityManager,
  { id, phaseId }: NominationRow,
  set: CriteriaSet,
): Promise<Scored[]> {
  if (!set.criteria.some(({ rule }) => rule.kind === 'relative')) return [];
  const sheets = await reader.sql<{ layer: 'self' | 'appraisal'; entries: string }[]>`
    SELECT s."layer", s."entries" FROM "score_sheet" s JOIN "nomination" n ON n."id" = s."nominationId"
    WHERE n."phaseId" = ${phaseId} AND n."criteriaSet" = ${set.code} AND s."layer" <> 'council' AND n."id" <> ${id}
      AND n."state" NOT IN ('draft', 'returned', 'withdrawn', 'discarded', 'revoked')`;
  return sheets.map(({ layer, entries }) => ({
    state: 'submitted',
    scores: { [layer]: JSON.parse(entries) as Entries },
  }));
}
