import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { type Actor, mayOn } from '../../domain/access';
import type { Campaign, CriteriaSet } from '../../domain/campaign';
import { hasVote } from '../../domain/council';
import type { Entries } from '../../domain/nomination';
import { DomainError } from '../../domain/domain-error';
import type { Exact } from '../../domain/points';
import { sheetTotal } from '../../domain/sheet';
import { openPhaseById } from '../campaigns/phase.queries';
import { NominationRow } from '../nominations/nomination.entity';
import { entriesOf } from '../nominations/nomination.rows';
import { ScoreSheetRow } from '../nominations/score-sheet.entity';
import { ItemRow } from './item.entity';
import { isTooNear } from './item.queries';
import type { SessionRow } from './session.entity';
import { type Seated, seatedIn } from './session.queries';

/** How one member’s sheet on one nominee stands. */
export type SheetState =
  { kind: 'recused' } | { kind: 'empty' } | { kind: 'incomplete' } | { kind: 'complete'; total: Exact };

/** Nominees of a session and the sheets of its members. */
export interface SheetBoard {
  campaign: Campaign;
  members: Seated[];
  nominees: NominationRow[];
  total: number;
  stateOf: (nominee: NominationRow, member: Seated) => SheetState;
  /** The points of a sheet; none where it is empty or the member does not score. */
  entriesOf: (nominee: NominationRow, member: Seated) => Entries;
}

/** One page of the nominees on the agenda with the state of every sheet: seven queries. */
export async function sheetBoard(
  reader: EntityManager,
  actor: Actor,
  session: SessionRow,
  { skip, take }: { skip: number; take: number },
): Promise<SheetBoard> {
  const { campaign } = await openPhaseById(reader, session.phaseId);
  const members = (await seatedIn(reader, session.id)).filter(hasVote);
  const all = (await nomineesOf(reader, session)).filter((row) => mayOn(actor, 'council.read', row));
  const nominees = all.slice(skip, skip + take);
  const sheets = await reader.findBy(ScoreSheetRow, {
    nominationId: In(nominees.map(({ id }) => id)),
    layer: 'council',
  });
  const byKey = new Map(sheets.map((sheet) => [`${sheet.nominationId} ${sheet.member}`, sheet]));
  const sheetBy = (nominee: NominationRow, member: Seated) => byKey.get(`${nominee.id} ${member.name}`);
  const stateOf = (nominee: NominationRow, member: Seated) =>
    sheetState(campaign, nominee, member, sheetBy(nominee, member));
  const entriesBy = (nominee: NominationRow, member: Seated) => {
    const sheet = sheetBy(nominee, member);
    return sheet && stateOf(nominee, member).kind !== 'recused' ? entriesOf(sheet) : {};
  };
  return { campaign, members, nominees, total: all.length, stateOf, entriesOf: entriesBy };
}

/** A nominee on the agenda of the session, to be scored. Throws `nomination-not-found`. */
export async function nomineeIn(
  reader: EntityManager,
  actor: Actor,
  session: SessionRow,
  id: string,
): Promise<NominationRow> {
  const row = (await nomineesOf(reader, session)).find((each) => each.id === id);
  if (!row || !mayOn(actor, 'council.read', row))
    throw new DomainError('nomination-not-found', { nomination: id });
  return row;
}

export function setOf({ criteriaSets }: Campaign, { criteriaSet }: NominationRow): CriteriaSet | undefined {
  return criteriaSets.find(({ code }) => code === criteriaSet);
}

/** What a sheet comes to by itself: before gates, and exact; null while a base criterion is missing. */
export function ownTotal(set: CriteriaSet, entries: Entries): Exact | null {
  return sheetTotal(set, { layer: 'council', entries, evidence: null, zeroed: [], best: new Map() });
}

async function nomineesOf(reader: EntityManager, { id: sessionId }: SessionRow): Promise<NominationRow[]> {
  const where = { sessionId, nominationId: Not(IsNull()), state: Not('annulled' as const) };
  const items = await reader.find(ItemRow, { where, select: { id: true, nominationId: true } });
  const ids = [...new Set(items.flatMap(({ nominationId }) => nominationId ?? []))];
  const order = { criteriaSet: 'ASC', sortKey: 'ASC', code: 'ASC' } as const;
  return reader.find(NominationRow, { where: { id: In(ids) }, order });
}

function sheetState(
  campaign: Campaign,
  nominee: NominationRow,
  member: Seated,
  sheet: ScoreSheetRow | undefined,
): SheetState {
  if (sheet?.recused || isTooNear(member, nominee, new Set())) return { kind: 'recused' };
  const set = setOf(campaign, nominee);
  if (!sheet || !set) return { kind: 'empty' };
  const total = ownTotal(set, entriesOf(sheet));
  return total === null ? { kind: 'incomplete' } : { kind: 'complete', total };
}
