import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { hasVote } from '../../domain/council';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { requireVersion } from '../../platform/http/etag';
import { openPhase } from '../campaigns/phase.queries';
import { ItemRow } from './item.entity';
import { PhaseAttendance } from './phase-attendance';
import { SeatRow } from './seat.entity';
import { SessionRow } from './session.entity';
import { invite } from './session.notices';
import { type AcceptedPlan, type SessionPlan, acceptedPlan } from './session.plan';
import { visibleSession } from './session.queries';

/** Plans the sessions of the council, opens and closes them. */
@Injectable()
export class SessionService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PhaseAttendance) private readonly attendance: PhaseAttendance,
  ) {}

  /** Throws `phase-not-open` and what `acceptedPlan` throws. */
  plan(actor: Actor, campaignCode: string, phaseCode: string, plan: SessionPlan): Promise<SessionRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { phase } = await openPhase(tx.manager, campaignCode, phaseCode);
      const last = await tx.manager.maximum(SessionRow, 'number', { phaseId: phase.id });
      const id = newId();
      const accepted = await acceptedPlan(tx.manager, { id, phaseId: phase.id }, plan);
      const row: SessionRow = {
        id,
        phaseId: phase.id,
        number: (last ?? 0) + 1,
        ...accepted.columns,
        state: 'planned',
        openedAt: null,
        closedAt: null,
        version: 1,
        createdAt: this.clock.now(),
      };
      await tx.manager.insert(SessionRow, row);
      await seatThem(tx, row.id, accepted);
      await invite(tx, row, accepted.seats, { by: actor, at: row.createdAt, again: false });
      await record(tx, row, 'plan', { after: planOf(row, accepted) });
      return row;
    });
  }

  /** Until it is opened. Throws `session-not-found`, `session-not-planned`, `stale-edit` and what `acceptedPlan` throws. */
  edit(actor: Actor, id: string, { seen, ...plan }: SessionPlan & { seen: number }): Promise<SessionRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await sessionIn(tx, actor, id, 'planned');
      requireVersion(before, seen);
      const accepted = await acceptedPlan(tx.manager, before, plan);
      const row = await changeSession(tx, before, accepted.columns);
      const called = await tx.manager.findBy(SeatRow, { sessionId: id });
      await tx.manager.delete(SeatRow, { sessionId: id });
      await seatThem(tx, id, accepted, called);
      await invite(tx, row, accepted.seats, { by: actor, at: this.clock.now(), again: true });
      await record(tx, row, 'edit', { after: planOf(row, accepted) });
      return row;
    });
  }

  /** Once the roll is called. Throws `session-not-planned` or `roll-not-called`. */
  open(actor: Actor, id: string): Promise<SessionRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await sessionIn(tx, actor, id, 'planned');
      const seats = await tx.manager.findBy(SeatRow, { sessionId: id });
      const missing = seats.filter((seat) => hasVote(seat) && seat.attendance === null);
      if (missing.length > 0) throw new DomainError('roll-not-called', { count: missing.length });
      const row = await changeSession(tx, before, { state: 'open', openedAt: this.clock.now() });
      await record(tx, row, 'open');
      return row;
    });
  }

  /**
   * Ends it for good, and gives the phase its attendance. Throws `session-not-open` or `ballot-under-way`; questions that
   * were never opened stay unanswered.
   */
  close(actor: Actor, id: string): Promise<SessionRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await sessionIn(tx, actor, id, 'open');
      await requireNoBallot(tx, id);
      await this.attendance.settle(tx, before);
      const row = await changeSession(tx, before, { state: 'closed', closedAt: this.clock.now() });
      await record(tx, row, 'close');
      return row;
    });
  }
}

/** A session on the desk in one of its states. Throws `session-not-found`, `session-not-planned`, `session-not-open`. */
export async function sessionIn(
  { manager }: Transaction,
  actor: Actor,
  id: string,
  ...states: SessionRow['state'][]
): Promise<SessionRow> {
  const row = await visibleSession(manager, actor, id);
  if (states.includes(row.state)) return row;
  if (row.state === 'closed') throw new DomainError('session-closed', { number: row.number });
  throw new DomainError(states.includes('open') ? 'session-not-open' : 'session-not-planned', {
    number: row.number,
  });
}

/** Throws `ballot-under-way`. */
export async function requireNoBallot({ manager }: Transaction, sessionId: string): Promise<void> {
  if (await manager.existsBy(ItemRow, { sessionId, state: 'open' }))
    throw new DomainError('ballot-under-way');
}

/** Counts the change for whoever edits what they have seen. */
export async function changeSession(
  { manager }: Transaction,
  row: SessionRow,
  columns: Partial<SessionRow> = {},
): Promise<SessionRow> {
  const version = row.version + 1;
  await manager.update(SessionRow, { id: row.id }, { ...columns, version });
  return { ...row, ...columns, version };
}

/** Whoever sat there before keeps the seat, and what the roll call said of it. */
async function seatThem(
  { manager }: Transaction,
  sessionId: string,
  { seats }: AcceptedPlan,
  before: readonly SeatRow[] = [],
): Promise<void> {
  const kept = new Map(
    before.map(({ personId, id, attendance, reason }) => [personId, { id, attendance, reason }]),
  );
  const rows = seats.map((seat) => ({ ...seat, ...kept.get(seat.personId), sessionId }));
  await manager.insert(SeatRow, rows);
}

function planOf({ number, title, place, startsAt }: SessionRow, { seats }: AcceptedPlan): object {
  const seated = seats.map(({ personId, name, role }) => ({ personId, name, role }));
  return { number, title, place, startsAt, seats: seated };
}

function record(
  { audit }: Transaction,
  { id }: SessionRow,
  act: 'plan' | 'edit' | 'open' | 'close',
  { after }: { after?: object } = {},
): Promise<void> {
  return audit.record({ action: `session.${act}`, subject: { type: 'session', id }, after });
}
