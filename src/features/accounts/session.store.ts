import { callbackify } from 'node:util';
import { type SessionData, Store } from 'express-session';
import { LessThan } from 'typeorm';
import type { Actor } from '../../domain/access';
import type { Clock } from '../../platform/clock/clock';
import { after } from '../../platform/clock/after';
import { newId } from '../../platform/database/new-id';
import type { UnitOfWork } from '../../platform/database/unit-of-work';
import { sha256Hex } from '../../platform/hash';
import { LoginSession } from './login-session.entity';
import { asActor, personById } from './person.queries';

declare module 'express-session' {
  interface SessionData {
    /** Who has logged in. Nothing is kept for anybody else. */
    personId: string;
    /** Which password they had then. */
    passwordMark: string;
  }
}

/** A working day and a half of the night after it: whoever comes back the next morning logs in again. */
const HOURS = 12;

/** Sessions as rows, so that they end with a click on every process and outlive a restart. */
export class SessionStore extends Store {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  override get(sid: string, done: (error: unknown, session?: SessionData | null) => void): void {
    callbackify(() => this.find(sid))(done);
  }

  override set(sid: string, session: SessionData, done: (error?: unknown) => void = () => undefined): void {
    callbackify(() => this.open(sid, session))(done);
  }

  override destroy(sid: string, done: (error?: unknown) => void = () => undefined): void {
    callbackify(() => this.close(sid))(done);
  }

  private async find(sid: string): Promise<SessionData | null> {
    // Asked for every page, and so in plain SQL.
    const [row] = await this.unitOfWork.reader.sql<Pick<LoginSession, 'data' | 'expiresAt'>[]>`
      SELECT "data", "expiresAt" FROM "login_session" WHERE "sha256" = ${sha256Hex(sid)}`;
    return row && row.expiresAt > this.clock.now() ? (JSON.parse(row.data) as SessionData) : null;
  }

  private open(sid: string, session: SessionData): Promise<void> {
    const sha256 = sha256Hex(sid);
    const { personId } = session;
    const now = this.clock.now();
    const expiresAt = after(now, HOURS * 3_600_000);
    const row = { id: newId(), sha256, personId, data: JSON.stringify(session), expiresAt };
    return this.asPerson(personId, async ({ manager, audit }) => {
      await manager.delete(LoginSession, { expiresAt: LessThan(now) });
      await manager.delete(LoginSession, { sha256 });
      await manager.insert(LoginSession, row);
      await audit.record({ action: 'person.log-in', subject: { type: 'person', id: personId } });
    });
  }

  private async close(sid: string): Promise<void> {
    const sha256 = sha256Hex(sid);
    const row = await this.unitOfWork.reader.findOneBy(LoginSession, { sha256 });
    if (!row) return;
    await this.asPerson(row.personId, async ({ manager, audit }) => {
      await manager.delete(LoginSession, { sha256 });
      await audit.record({ action: 'person.log-out', subject: { type: 'person', id: row.personId } });
    });
  }

  private async asPerson(personId: string, work: Parameters<UnitOfWork['run']>[1]): Promise<void> {
    const actor: Actor = asActor(await personById(this.unitOfWork.reader, personId));
    await this.unitOfWork.run(actor, work);
  }
}
