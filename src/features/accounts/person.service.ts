import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { sha256Hex } from '../../platform/hash';
import { requireVersion } from '../../platform/http/etag';
import { UnitService } from '../units/unit.service';
import { AccessToken } from './access-token.entity';
import { LoginSession } from './login-session.entity';
import { firstPassword, hashOf, isPasswordOf, requireGoodPassword } from './passwords';
import { PersonRow } from './person.entity';
import { personById } from './person.queries';
import { type NewPerson, type PersonEdit, editedColumns, newColumns, newUnitName } from './person.wanted';
import { Tries } from './tries';

/** A first password, shown once and kept nowhere. */
export interface WithPassword {
  person: PersonRow;
  password: string;
}

const FIRST = { username: 'quantri', name: 'Quản trị hệ thống', groups: ['administrator'] } as const;

@Injectable()
export class PersonService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Tries) private readonly tries: Tries,
    @Inject(UnitService) private readonly units: UnitService,
  ) {}

  /**
   * The administrator of a new installation, with a one-time password; undefined once anybody has an account. Of several
   * processes that start together only one makes it: whether anybody is there is asked in the turn that makes it.
   */
  async first(): Promise<WithPassword | undefined> {
    if (await this.unitOfWork.reader.exists(PersonRow)) return undefined;
    const password = firstPassword();
    const passwordHash = await hashOf(password);
    const person = await this.unitOfWork.run(SYSTEM, async (tx) =>
      (await tx.manager.exists(PersonRow)) ? undefined : this.make(tx, FIRST, passwordHash),
    );
    return person && { person, password };
  }

  /** With a first password, or that of the demo world. Throws `account-refused` with a finding for each wrong field. */
  async add(actor: Actor, wanted: NewPerson): Promise<WithPassword> {
    const password = wanted.demoPassword ?? firstPassword();
    const passwordHash = await hashOf(password);
    const person = await this.unitOfWork.run(actor, (tx) => this.make(tx, wanted, passwordHash));
    return { person, password };
  }

  /**
   * Changes name, groups and unit; the rights hold from the person's next request. Throws as `add`, `stale-edit`,
   * `own-account` for an administrator who would no longer be one, and `last-administrator`.
   */
  edit(actor: Actor, id: string, { seen, ...wanted }: PersonEdit & { seen: number }): Promise<PersonRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await personById(tx.manager, id);
      requireVersion(before, seen);
      const columns = await editedColumns(tx.manager, before.username, await this.withUnit(tx, wanted));
      if (!columns.groups.includes('administrator')) await requireAnotherAdministrator(tx, actor, before);
      const after = await change(tx, before, columns);
      const written = { before: writtenOf(before), after: writtenOf(after) };
      await tx.audit.record({ action: 'person.edit', subject: { type: 'person', id }, ...written });
      return after;
    });
  }

  /**
   * A new first password; every session of the person ends. Throws `person-not-found`, and `own-account` for one's own: that
   * asks for the old password.
   */
  async reset(actor: Actor, id: string): Promise<WithPassword> {
    if (actor.id === id) throw new DomainError('own-account');
    const password = firstPassword();
    const passwordHash = await hashOf(password);
    const person = await this.unitOfWork.run(actor, async (tx) => {
      const row = await personById(tx.manager, id);
      await endSessions(tx.manager, id);
      await tx.audit.record({ action: 'person.reset-password', subject: { type: 'person', id } });
      return change(tx, row, { passwordHash, mustChangePassword: true });
    });
    await this.tries.forgive(person.username);
    return { person, password };
  }

  /**
   * Closes the account; its sessions end and its tokens are gone, also if it is opened again. Throws `person-not-found`,
   * `own-account` or `last-administrator`.
   */
  disable(actor: Actor, id: string): Promise<PersonRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await personById(tx.manager, id);
      if (row.disabledAt !== null) return row;
      await requireAnotherAdministrator(tx, actor, row);
      await endSessions(tx.manager, id);
      const tokens = await tx.manager.countBy(AccessToken, { personId: id });
      await tx.manager.delete(AccessToken, { personId: id });
      await tx.audit.record({ action: 'person.disable', subject: { type: 'person', id }, after: { tokens } });
      return change(tx, row, { disabledAt: this.clock.now() });
    });
  }

  /** Opens a closed account again. Throws `person-not-found`. */
  enable(actor: Actor, id: string): Promise<PersonRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await personById(tx.manager, id);
      if (row.disabledAt === null) return row;
      await tx.audit.record({ action: 'person.enable', subject: { type: 'person', id } });
      return change(tx, row, { disabledAt: null });
    });
  }

  /**
   * By the person; every session of theirs ends. Throws `wrong-password`, `password-same`, `password-differs`,
   * `too-many-logins`, and as `requireGoodPassword`.
   */
  async changePassword(
    actor: Actor,
    { old, wanted, again }: { old: string; wanted: string; again: string },
  ): Promise<PersonRow> {
    if (wanted !== again) throw new DomainError('password-differs');
    const person = await personById(this.unitOfWork.reader, actor.id);
    await this.tries.count(person.username);
    if (!(await isPasswordOf(person.passwordHash, old))) throw new DomainError('wrong-password');
    await this.tries.forgive(person.username);
    if (old === wanted) throw new DomainError('password-same');
    requireGoodPassword(wanted, person.username);
    const passwordHash = await hashOf(wanted);
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await personById(tx.manager, actor.id);
      if (row.passwordHash !== person.passwordHash) throw new DomainError('wrong-password');
      await endSessions(tx.manager, actor.id);
      await tx.audit.record({ action: 'person.change-password', subject: { type: 'person', id: actor.id } });
      return change(tx, row, { passwordHash, mustChangePassword: false });
    });
  }

  private async make(tx: Transaction, wanted: NewPerson, passwordHash: string): Promise<PersonRow> {
    const demo = wanted.demoPassword !== undefined;
    const row: PersonRow = {
      id: newId(),
      ...(await newColumns(tx.manager, await this.withUnit(tx, wanted))),
      passwordHash,
      mustChangePassword: !demo,
      demo,
      disabledAt: null,
      version: 1,
      createdAt: this.clock.now(),
    };
    await tx.manager.insert(PersonRow, row);
    const after = { username: row.username, ...writtenOf(row) };
    await tx.audit.record({ action: 'person.add', subject: { type: 'person', id: row.id }, after });
    return row;
  }

  private async withUnit<T extends PersonEdit>(tx: Transaction, wanted: T): Promise<T> {
    const name = newUnitName(wanted);
    if (name === '') return wanted;
    return { ...wanted, unitId: (await this.units.known(tx, [name])).get(name) };
  }
}

async function change(
  { manager }: Transaction,
  row: PersonRow,
  columns: Partial<PersonRow>,
): Promise<PersonRow> {
  const changed = { ...columns, version: row.version + 1 };
  await manager.update(PersonRow, { id: row.id }, changed);
  return { ...row, ...changed };
}

async function endSessions(manager: EntityManager, personId: string): Promise<void> {
  await manager.delete(LoginSession, { personId });
}

/**
 * An account in the audit. Where its letters go is not told, as those are nobody's business who may read the audit; its digest
 * tells that it changed, and whether it was a given address.
 */
function writtenOf({ name, email, groups, unitId, headsUnit }: PersonRow): object {
  const emailSha256 = email === null ? null : sha256Hex(email);
  return { name, emailSha256, groups, unitId, headsUnit: Boolean(headsUnit) };
}

/** Without an administrator nobody could open an account again. Throws `own-account` or `last-administrator`. */
async function requireAnotherAdministrator(
  { manager }: Transaction,
  actor: Actor,
  { id, groups, disabledAt }: PersonRow,
): Promise<void> {
  if (!groups.includes('administrator') || disabledAt !== null) return;
  if (actor.id === id) throw new DomainError('own-account');
  const all = await manager.find(PersonRow, { select: { id: true, groups: true, disabledAt: true } });
  const others = all.filter(
    (each) => each.id !== id && each.disabledAt === null && each.groups.includes('administrator'),
  );
  if (others.length === 0) throw new DomainError('last-administrator');
}
