import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../domain/access';
import { hasVote } from '../../domain/council';
import { ItemRow } from './item.entity';
import { SeatRow } from './seat.entity';
import { papersToVote } from './session.detail';
import { SessionRow } from './session.entity';
import { seesAllSessions } from './session.queries';

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

/** The next sessions that the actor runs or sits in, the earliest first. */
export async function runningSessions(reader: EntityManager, actor: Actor): Promise<RunningSession[]> {
  const own = await reader.findBy(SeatRow, { personId: actor.id });
  const mine = In(own.map(({ sessionId }) => sessionId));
  const state = In(['planned', 'open'] as const);
  const sessions = await reader.find(SessionRow, {
    where: seesAllSessions(actor) ? { state } : { state, id: mine },
    order: { startsAt: 'ASC', id: 'ASC' },
    take: MOST,
  });
  const items = await reader.find(ItemRow, {
    where: { sessionId: In(sessions.map(({ id }) => id)) },
    select: { id: true, sessionId: true },
  });
  const running: RunningSession[] = [];
  for (const session of sessions) {
    const seat = own.find(({ sessionId }) => sessionId === session.id);
    const votes = seat !== undefined && hasVote(seat);
    const asks = votes && session.state === 'open';
    const papers = asks ? (await papersToVote(reader, actor, session)).papers.length : 0;
    running.push({
      session,
      votes,
      papers,
      items: items.filter(({ sessionId }) => sessionId === session.id).length,
    });
  }
  return running;
}
