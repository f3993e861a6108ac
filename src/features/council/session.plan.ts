import { type EntityManager, In, Not } from 'typeorm';
import { nameKey } from '../../domain/access';
import { isDay } from '../../domain/calendar-day';
import type { SeatRole } from '../../domain/council';
import { InputRefused } from '../../domain/domain-error';
import type { Finding, Path } from '../../domain/finding';
import { newId } from '../../platform/database/new-id';
import { personSortKey } from '../../platform/text/sort-key';
import { PersonRow } from '../accounts/person.entity';
import { SeatRow } from './seat.entity';
import { SessionRow } from './session.entity';

/** A session as somebody plans it. */
export interface SessionPlan {
  title: string;
  place: string;
  /** In Vietnam: `2026-11-22` and `14:00`. */
  date: string;
  time: string;
  seats: readonly { person: string; role: SeatRole }[];
}

export interface AcceptedPlan {
  columns: Pick<SessionRow, 'title' | 'place' | 'startsAt'>;
  seats: Omit<SeatRow, 'sessionId'>[];
}

/** Longer than any title or place of an office. */
const LONGEST = 500;

/**
 * Checks a plan as a whole and gives its rows. One chair, at most one secretary, everybody once; two members of one name in
 * one phase could not be told apart on their sheets. Throws InputRefused (`session-refused`) with all that is wrong.
 */
export async function acceptedPlan(
  manager: EntityManager,
  { id, phaseId }: Pick<SessionRow, 'id' | 'phaseId'>,
  plan: SessionPlan,
): Promise<AcceptedPlan> {
  const ids = plan.seats.map(({ person }) => person);
  const persons = new Map((await manager.findBy(PersonRow, { id: In(ids) })).map((row) => [row.id, row]));
  const findings = [
    ...faultsOfHead(plan),
    ...faultsOfRoles(plan),
    ...plan.seats.flatMap((seat, index) => faultsOfSeat(seat, persons.get(seat.person), index)),
    ...(await namesakes(manager, { id, phaseId }, [...persons.values()])),
  ];
  if (findings.length > 0) throw new InputRefused(findings, 'session-refused');
  const startsAt = new Date(`${plan.date}T${plan.time}:00+07:00`).toISOString();
  const seats = plan.seats.flatMap(({ person, role }) => {
    const row = persons.get(person);
    return row ? [seatOf(row, role)] : [];
  });
  return { columns: { title: plan.title.trim(), place: plan.place.trim(), startsAt }, seats };
}

function seatOf({ id: personId, name }: PersonRow, role: SeatRole): Omit<SeatRow, 'sessionId'> {
  const names = { name, nameKey: nameKey(name), sortKey: personSortKey(name) };
  return { id: newId(), personId, ...names, role, attendance: null, reason: null };
}

function faultsOfHead({ title, place, date, time }: SessionPlan): Finding[] {
  return [
    ...(title.trim() === '' ? [fault('title-missing', ['title'])] : []),
    ...(title.length > LONGEST
      ? [fault('text-too-long', ['title'], { length: title.length, longest: LONGEST })]
      : []),
    ...(place.length > LONGEST
      ? [fault('text-too-long', ['place'], { length: place.length, longest: LONGEST })]
      : []),
    ...(isDay(date) ? [] : [fault('session-day', ['date'])]),
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? [] : [fault('session-time', ['time'])]),
  ];
}

function faultsOfRoles({ seats }: SessionPlan): Finding[] {
  const count = (role: SeatRole) => seats.filter((seat) => seat.role === role).length;
  return [
    ...(count('chair') === 1 ? [] : [fault('one-chair', ['seats'])]),
    ...(count('secretary') > 1 ? [fault('one-secretary', ['seats'])] : []),
    ...(new Set(seats.map(({ person }) => person)).size < seats.length
      ? [fault('seat-twice', ['seats'])]
      : []),
  ];
}

function faultsOfSeat(
  { person, role }: SessionPlan['seats'][number],
  row: PersonRow | undefined,
  index: number,
): Finding[] {
  const path = ['seats', index];
  if (!row || row.disabledAt !== null)
    return [fault('person-unknown', path, { person: row?.name ?? person })];
  const able = row.groups.includes('council') || (role === 'secretary' && row.groups.includes('office'));
  return able ? [] : [fault('not-of-the-council', path, { name: row.name })];
}

async function namesakes(
  manager: EntityManager,
  { id, phaseId }: Pick<SessionRow, 'id' | 'phaseId'>,
  persons: readonly PersonRow[],
): Promise<Finding[]> {
  const others = await manager.findBy(SessionRow, { phaseId, id: Not(id) });
  const seats = await manager.findBy(SeatRow, { sessionId: In(others.map((session) => session.id)) });
  const bearers = new Map<string, Set<string>>();
  const note = (key: string, id: string) => bearers.set(key, (bearers.get(key) ?? new Set()).add(id));
  for (const seat of seats) note(seat.nameKey, seat.personId);
  for (const person of persons) note(nameKey(person.name), person.id);
  const names = new Map(persons.map(({ name }) => [nameKey(name), name]));
  return [...names]
    .filter(([key]) => (bearers.get(key)?.size ?? 0) > 1)
    .map(([, name]) => fault('namesake', ['seats'], { name }));
}

/** One thing that is wrong with what was sent. */
export function fault(code: string, path: Path, params: Finding['params'] = {}): Finding {
  return { level: 'error', code, path, params };
}
