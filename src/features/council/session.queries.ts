import { type EntityManager, In } from 'typeorm';
import { type Actor, may } from '../../domain/access';
import { attendanceOf, hasVote } from '../../domain/council';
import { DomainError } from '../../domain/domain-error';
import type { CouncilAttendance } from '../../domain/nomination';
import { Statement } from '../../platform/database/statement';
import { PersonRow } from '../accounts/person.entity';
import { asActor } from '../accounts/person.queries';
import { phaseTitleIn } from '../campaigns/campaign.queries';
import { SeatRow } from './seat.entity';
import { SessionRow } from './session.entity';

/** A seat, and who sits there with the rights and the unit of today. */
export interface Seated extends SeatRow {
  person: Actor;
}

/** Loads a session that the actor may know of: members know those that they sit in. Throws `session-not-found`. */
export async function visibleSession(reader: EntityManager, actor: Actor, id: string): Promise<SessionRow> {
  const row = await reader.findOneBy(SessionRow, { id });
  const known = row && (seesAllSessions(actor) || (await sitsIn(reader, actor, id)));
  if (!row || !known) throw new DomainError('session-not-found', { session: id });
  return row;
}

/** One line of the list of sessions. */
export interface SessionLine {
  id: string;
  number: number;
  title: string;
  place: string;
  startsAt: string;
  state: SessionRow['state'];
  campaign: string;
  phase: string;
  phaseTitle: string;
}

/** The sessions that the actor may know of, the latest first: two queries, however many. */
export async function listSessions(
  reader: EntityManager,
  actor: Actor,
  { skip, take }: { skip: number; take: number },
): Promise<[SessionLine[], number]> {
  const from = () =>
    new Statement(` FROM "council_session" s
      JOIN "phase" p ON p."id" = s."phaseId" JOIN "campaign" c ON c."id" = p."campaignId"
      JOIN "campaign_version" v ON v."id" = p."versionId" WHERE `).also(known(actor));
  const lines = await new Statement(`SELECT s."id", s."number", s."title", s."place", s."startsAt", s."state",
      c."code" AS "campaign", p."code" AS "phase", v."definition"`)
    .also(from())
    .add(' ORDER BY s."startsAt" DESC, s."id" LIMIT ', take)
    .add(' OFFSET ', skip)
    .run<Omit<SessionLine, 'phaseTitle'> & { definition: string }>(reader);
  const [counted] = await new Statement('SELECT COUNT(*) AS "total"')
    .also(from())
    .run<{ total: number | string }>(reader);
  const titled = lines.map(({ definition, ...line }) => ({
    ...line,
    phaseTitle: phaseTitleIn(definition, line.phase),
  }));
  return [titled, Number(counted?.total ?? 0)];
}

/** The seats of sessions: the chair, the members by given name, the secretary. Two queries. */
export async function seatedIn(reader: EntityManager, ...sessionIds: string[]): Promise<Seated[]> {
  const where = { sessionId: In(sessionIds) };
  const seats = await reader.find(SeatRow, { where, order: { sortKey: 'ASC', id: 'ASC' } });
  const persons = await reader.findBy(PersonRow, { id: In(seats.map(({ personId }) => personId)) });
  const byId = new Map(persons.map((person) => [person.id, asActor(person)]));
  return seats
    .flatMap((seat) => {
      const person = byId.get(seat.personId);
      return person ? [{ ...seat, person }] : [];
    })
    .sort((a, b) => ORDER[a.role] - ORDER[b.role]);
}

const ORDER = { chair: 0, member: 1, secretary: 2 } as const;

/** The members with a vote in any session of a phase, each once: whose score sheets count. */
export async function membersOfPhase(reader: EntityManager, phaseId: string): Promise<Seated[]> {
  const sessions = await reader.find(SessionRow, { where: { phaseId }, select: { id: true } });
  const seats = (await seatedIn(reader, ...sessions.map(({ id }) => id))).filter(hasVote);
  return [...new Map(seats.map((seat) => [seat.personId, seat])).values()];
}

/** What the phase is to be judged by: this session’s numbers. */
export async function attendanceIn(reader: EntityManager, sessionId: string): Promise<CouncilAttendance> {
  return attendanceOf(await reader.findBy(SeatRow, { sessionId }));
}

export function seesAllSessions(actor: Actor): boolean {
  return may(actor, 'allocation.read');
}

function sitsIn(reader: EntityManager, { id }: Actor, sessionId: string): Promise<boolean> {
  return reader.existsBy(SeatRow, { sessionId, personId: id });
}

function known(actor: Actor): Statement {
  if (seesAllSessions(actor)) return new Statement('1 = 1');
  return new Statement()
    .add('s."id" IN (SELECT t."sessionId" FROM "council_seat" t WHERE t."personId" = ', actor.id)
    .also(new Statement(')'));
}
