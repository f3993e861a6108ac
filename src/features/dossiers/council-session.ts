import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../domain/access';
import type { Campaign } from '../../domain/campaign';
import { attendanceOf, hasVote } from '../../domain/council';
import { type OpenPhase, openPhaseById } from '../campaigns/phase.queries';
import { ItemRow } from '../council/item.entity';
import { type Asked, askedOf } from '../council/item.queries';
import { hasUnitCap } from '../council/run-off.queries';
import { SessionRow } from '../council/session.entity';
import { type Seated, seatedIn, visibleSession } from '../council/session.queries';
import { UnitRow } from '../units/unit.entity';
import type { SessionData, SessionItem, SessionMember } from './documents/session-data';

/** A session with its phase, for whoever may know of it. Throws `session-not-found`. */
export async function councilSession(
  reader: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ open: OpenPhase; session: SessionData }> {
  const row = await visibleSession(reader, actor, id);
  const open = await openPhaseById(reader, row.phaseId);
  return { open, session: await sessionOf(reader, open, row) };
}

/** The sessions of a phase that are closed, in their order: as many queries for each, however many questions it has. */
export async function closedSessions(reader: EntityManager, open: OpenPhase): Promise<SessionData[]> {
  const where = { phaseId: open.phase.id, state: 'closed' as const };
  const rows = await reader.find(SessionRow, { where, order: { number: 'ASC' } });
  const sessions: SessionData[] = [];
  for (const row of rows) sessions.push(await sessionOf(reader, open, row));
  return sessions;
}

async function sessionOf(
  reader: EntityManager,
  { campaign }: OpenPhase,
  row: SessionRow,
): Promise<SessionData> {
  const seats = await seatedIn(reader, row.id);
  const where = { sessionId: row.id };
  const items = await reader.find(ItemRow, { where, order: { ordinal: 'ASC' } });
  const asked = await askedOf(reader, [row], items, seats);
  const units = await unitNames(reader, asked);
  return sessionData(
    row,
    seats,
    asked.map((each) => itemData(campaign, row, each, units)),
  );
}

function sessionData(row: SessionRow, seats: readonly Seated[], items: SessionItem[]): SessionData {
  const { number, title, place, startsAt, openedAt, closedAt, state } = row;
  const voting = seats.filter(hasVote);
  const nameOf = (role: Seated['role']) => seats.find((seat) => seat.role === role)?.name ?? '';
  return {
    number,
    title,
    place,
    startsAt,
    openedAt,
    closedAt,
    state,
    chair: nameOf('chair'),
    secretary: nameOf('secretary'),
    members: voting.map(memberData),
    attendance: voting.every(({ attendance }) => attendance !== null) ? attendanceOf(seats) : null,
    items,
    resolutions: [],
  };
}

function memberData({ name, role, attendance, reason }: Seated): SessionMember {
  return { name, role: role === 'chair' ? 'chair' : 'member', attendance, reason: reason ?? '' };
}

/** No count leaves this place before the session is closed. */
function itemData(
  campaign: Campaign,
  session: SessionRow,
  { item, nominees }: Asked,
  units: ReadonlyMap<string, string>,
): SessionItem {
  const { award, tie, method, state, reason, result } = item;
  return {
    award,
    nominees: nominees.map(({ code, name, unitId, subject }) => ({
      code,
      name,
      unit: units.get(unitId) ?? '',
      subject,
    })),
    runOff: tie && { places: tie.places, together: !hasUnitCap(campaign, award) },
    method,
    state,
    reason: reason ?? '',
    count: session.state === 'closed' && result ? { ...result, groups: result.groups ?? [] } : null,
  };
}

async function unitNames(reader: EntityManager, asked: readonly Asked[]): Promise<Map<string, string>> {
  const ids = [...new Set(asked.flatMap(({ nominees }) => nominees.map(({ unitId }) => unitId)))];
  const rows = ids.length > 0 ? await reader.findBy(UnitRow, { id: In(ids) }) : [];
  return new Map(rows.map(({ id, name }) => [id, name]));
}
