import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../domain/access';
import { hasVote } from '../../domain/council';
import { ItemRow } from './item.entity';
import { SeatRow } from './seat.entity';
import { askedOf, visibleAsked } from './item.queries';
import { mustVote } from './session.detail';
import { SessionRow } from './session.entity';
import { type Seated, seesAllSessions } from './session.queries';

/** A session that is not over, and what the actor has to do in it. */
export interface RunningSession {
  session: SessionRow;
  /** Whether the actor sits in it with a vote. */
  votes: boolean;
  /** Questions that the actor has to vote on now. */
  papers: number;
  /** Questions in all. */
  items: number;
}

/** Sessions at once are few; more than these are no longer a list of tasks. */
const MOST = 10;

/** The next sessions that the actor runs or sits in, the earliest first: as many queries for one as for ten. */
export async function runningSessions(reader: EntityManager, actor: Actor): Promise<RunningSession[]> {
  const seats = await reader.findBy(SeatRow, { personId: actor.id });
  const state = In(['planned', 'open'] as const);
  const sessions = await reader.find(SessionRow, {
    where: seesAllSessions(actor) ? { state } : { state, id: In(seats.map(({ sessionId }) => sessionId)) },
    order: { startsAt: 'ASC', id: 'ASC' },
    take: MOST,
  });
  const own = new Map(seats.map((seat) => [seat.sessionId, { ...seat, person: actor }]));
  const items = await itemsBySession(reader, sessions);
  const papers = await papersBySession(reader, sessions, own);
  return sessions.map((session) => {
    const seat = own.get(session.id);
    const votes = seat !== undefined && hasVote(seat);
    return { session, votes, papers: papers.get(session.id) ?? 0, items: items.get(session.id) ?? 0 };
  });
}

/** The number of questions of each session. */
async function itemsBySession(
  reader: EntityManager,
  sessions: readonly SessionRow[],
): Promise<Map<string, number>> {
  const sessionId = In(sessions.map(({ id }) => id));
  const items = await reader.find(ItemRow, { where: { sessionId }, select: { id: true, sessionId: true } });
  return countsOf(items.map((item) => item.sessionId));
}

/** The number of questions of each session that the actor has still to vote on. */
async function papersBySession(
  reader: EntityManager,
  sessions: readonly SessionRow[],
  own: ReadonlyMap<string, Seated>,
): Promise<Map<string, number>> {
  const sessionId = In(sessions.filter(({ id }) => own.has(id)).map(({ id }) => id));
  const items = await reader.findBy(ItemRow, { sessionId, state: 'open' });
  const seats = [...own.values()];
  const asked = await askedOf(reader, sessions, items, seats);
  const [actor] = seats.map(({ person }) => person);
  const waiting = actor
    ? visibleAsked(actor, asked).filter((each) =>
        mustVote({ own: own.get(each.item.sessionId), seats }, each),
      )
    : [];
  return countsOf(waiting.map(({ item }) => item.sessionId));
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
