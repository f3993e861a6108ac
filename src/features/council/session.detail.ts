import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../domain/access';
import type { Campaign } from '../../domain/campaign';
import { attendanceOf, hasVote } from '../../domain/council';
import type { CouncilAttendance } from '../../domain/nomination';
import { phaseTitle } from '../../domain/plan-names';
import { openPhaseById } from '../campaigns/phase.queries';
import { ItemRow } from './item.entity';
import { type Asked, askedOf, visibleAsked, votersOf } from './item.queries';
import { OpinionRow } from './opinion.entity';
import type { SessionRow } from './session.entity';
import { type Seated, seatedIn, visibleSession } from './session.queries';

/** A session with one page of its agenda, as the actor may see it. */
export interface SessionDetail {
  session: SessionRow;
  campaign: Campaign;
  /** Code and title of the phase. */
  phase: { code: string; title: string };
  seats: Seated[];
  attendance: CouncilAttendance;
  /** By which the rules judge the votes of the phase: that of the session which counted last. */
  phaseCouncil: CouncilAttendance | null;
  /** The actor’s own seat, when they have one. */
  own: Seated | undefined;
  asked: Asked[];
  /** Questions of the whole agenda, by state. */
  counts: Partial<Record<ItemRow['state'], number>>;
  /** Of the whole agenda. */
  total: number;
  /** How many questions the actor has still to vote on. */
  papers: number;
  /** Of votes with names that are closed, by question. */
  opinions: OpinionRow[];
}

/** As many queries for one question as for many. Throws `session-not-found`. */
export async function sessionDetail(
  reader: EntityManager,
  actor: Actor,
  id: string,
  range: { skip: number; take: number },
): Promise<SessionDetail> {
  const session = await visibleSession(reader, actor, id);
  const { campaign, phase } = await openPhaseById(reader, session.phaseId);
  const seats = await seatedIn(reader, id);
  const order = { ordinal: 'ASC' } as const;
  const items = await reader.find(ItemRow, { where: { sessionId: id }, order, ...range });
  const asked = visibleAsked(actor, await askedOf(reader, [session], items, seats));
  const counts = await countsIn(reader, id);
  const own = seats.find(({ personId }) => personId === actor.id);
  const closed = asked.filter(({ item }) => item.state === 'closed').map(({ item }) => item.id);
  return {
    session,
    campaign,
    phase: { code: phase.code, title: phaseTitle(campaign, phase.code) },
    seats,
    attendance: attendanceOf(seats),
    phaseCouncil: phase.council,
    own,
    asked,
    counts,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    papers: own && counts.open ? (await papersToVote(reader, actor, session)).papers.length : 0,
    opinions: closed.length > 0 ? await reader.findBy(OpinionRow, { itemId: In(closed) }) : [],
  };
}

async function countsIn(reader: EntityManager, id: string): Promise<SessionDetail['counts']> {
  const rows = await reader.sql<{ state: ItemRow['state']; count: number | string }[]>`
    SELECT "state", COUNT(*) AS "count" FROM "council_item" WHERE "sessionId" = ${id} GROUP BY "state"`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

/** Whether the actor has still to vote on a question themselves. */
export function mustVote({ own, seats }: Pick<SessionDetail, 'own' | 'seats'>, asked: Asked): boolean {
  const { item, voted } = asked;
  if (!own || !hasVote(own) || item.state !== 'open' || item.method === 'written') return false;
  return !voted.has(own.id) && votersOf(asked, seats).includes(own);
}

/** The questions of a session in these states, in the order of the agenda, and who sits in it: at most 200 at a time. */
export async function askedIn(
  reader: EntityManager,
  actor: Actor,
  session: SessionRow,
  states: readonly ItemRow['state'][],
): Promise<{ seats: Seated[]; asked: Asked[] }> {
  const seats = await seatedIn(reader, session.id);
  const items = await reader.find(ItemRow, {
    where: { sessionId: session.id, state: In([...states]) },
    order: { ordinal: 'ASC' },
    take: MOST_AT_ONCE,
  });
  return { seats, asked: visibleAsked(actor, await askedOf(reader, [session], items, seats)) };
}

const MOST_AT_ONCE = 200;

/** The questions that the actor has still to vote on, and those from which they keep apart, in the order of the agenda. */
export async function papersToVote(
  reader: EntityManager,
  actor: Actor,
  session: SessionRow,
): Promise<{ own: Seated | undefined; papers: Asked[]; apart: Asked[] }> {
  const { seats, asked } = await askedIn(reader, actor, session, ['open']);
  const own = seats.find(({ personId }) => personId === actor.id);
  return {
    own,
    papers: asked.filter((each) => mustVote({ own, seats }, each)),
    apart: own ? asked.filter(({ recused }) => recused.has(own.id)) : [],
  };
}
