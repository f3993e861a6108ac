import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, GROUPS, type Group, SYSTEM } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { requireVersion } from '../../platform/http/etag';
import { searchKey } from '../../platform/text/search-key';
import { personSortKey } from '../../platform/text/sort-key';
import { UnitRow } from '../units/unit.entity';
import { LoginSession } from './login-session.entity';
import { firstPassword, hashOf, isPasswordOf, requireGoodPassword } from './passwords';
import { PersonRow } from './person.entity';
import { personById, usernameKey } from './person.queries';

/** Somebody to be given an account. */
export interface NewPerson {
  username: string;
  name: string;
  email?: string | null;
  groups: readonly Group[];
  unitId?: string | null;
  headsUnit?: boolean;
  /** Of the demo world; with a password that its pages show. */
  demoPassword?: string;
}

/** What of an account can be changed. */
export type PersonEdit = Pick<NewPerson, 'name' | 'email' | 'groups' | 'unitId' | 'headsUnit'>;

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
  ) {}

  /** The administrator of a new installation, with a one-time password; undefined once anybody has an account. */
  async first(): Promise<WithPassword | undefined> {
    if (await this.unitOfWork.reader.exists(PersonRow)) return undefined;
    return this.add(SYSTEM, FIRST);
  }

  /** Throws `username-invalid`, `username-taken`, `name-missing`, `groups-missing`, `unit-missing` or `unit-not-found`. */
  async add(actor: Actor, wanted: NewPerson): Promise<WithPassword> {
    const password = wanted.demoPassword ?? firstPassword();
    const passwordHash = await hashOf(password);
    const person = await this.unitOfWork.run(actor, async (tx) => {
      const username = await freeUsername(tx.manager, wanted.username);
      const columns = await accepted(tx.manager, username, wanted);
      const row: PersonRow = {
        id: newId(),
        username,
        ...columns,
        passwordHash,
        mustChangePassword: wanted.demoPassword === undefined,
        demo: wanted.demoPassword !== undefined,
        disabledAt: null,
        version: 1,
        createdAt: this.clock.now(),
      };
      await tx.manager.insert(PersonRow, row);
      const { name, groups, unitId, headsUnit } = columns;
      const after = { username, name, groups, unitId, headsUnit };
      await tx.audit.record({ action: 'person.add', subject: { type: 'person', id: row.id }, after });
      return row;
    });
    return { person, password };
  }

  /** Changes name, groups and unit; the rights hold from the person's next request. Throws as `add`, and `stale-edit`. */
  edit(actor: Actor, id: string, { seen, ...wanted }: PersonEdit & { seen: number }): Promise<PersonRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await personById(tx.manager, id);
      requireVersion(before, seen);
      const columns = await accepted(tx.manager, before.username, wanted);
      if (!columns.groups.includes('administrator')) await requireAnotherAdministrator(tx.manager, before);
      const after = await change(tx, before, columns);
      await tx.audit.record({
        action: 'person.edit',
        subject: { type: 'person', id },
        before: rightsOf(before),
        after: rightsOf(after),
      });
      return after;
    });
  }

  /** A new first password; every session and browser of the person ends. Throws `person-not-found`. */
  async reset(actor: Actor, id: string): Promise<WithPassword> {
    const password = firstPassword();
    const passwordHash = await hashOf(password);
    const person = await this.unitOfWork.run(actor, async (tx) => {
      const row = await personById(tx.manager, id);
      await endSessions(tx.manager, id);
      await tx.audit.record({ action: 'person.reset-password', subject: { type: 'person', id } });
      return change(tx, row, { passwordHash, mustChangePassword: true });
    });
    return { person, password };
  }

  /** Closes the account and ends its sessions. Throws `person-not-found` or `last-administrator`. */
  disable(actor: Actor, id: string): Promise<PersonRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await personById(tx.manager, id);
      await requireAnotherAdministrator(tx.manager, row);
      await endSessions(tx.manager, id);
      await tx.audit.record({ action: 'person.disable', subject: { type: 'person', id } });
      return change(tx, row, { disabledAt: this.clock.now() });
    });
  }

  /** Opens a closed account again. Throws `person-not-found`. */
  enable(actor: Actor, id: string): Promise<PersonRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await personById(tx.manager, id);
      await tx.audit.record({ action: 'person.enable', subject: { type: 'person', id } });
      return change(tx, row, { disabledAt: null });
    });
  }

  /** By the person; every session of theirs ends. Throws `wrong-password`, `password-same`, `password-differs`, and as `requireGoodPassword`. */
  async changePassword(
    actor: Actor,
    { old, wanted, again }: { old: string; wanted: string; again: string },
  ): Promise<void> {
    if (wanted !== again) throw new DomainError('password-differs');
    const person = await personById(this.unitOfWork.reader, actor.id);
    if (!(await isPasswordOf(person.passwordHash, old))) throw new DomainError('wrong-password');
    if (old === wanted) throw new DomainError('password-same');
    requireGoodPassword(wanted, person.username);
    const passwordHash = await hashOf(wanted);
    await this.unitOfWork.run(actor, async (tx) => {
      const row = await personById(tx.manager, actor.id);
      if (row.passwordHash !== person.passwordHash) throw new DomainError('wrong-password');
      await endSessions(tx.manager, actor.id);
      await change(tx, row, { passwordHash, mustChangePassword: false });
      await tx.audit.record({ action: 'person.change-password', subject: { type: 'person', id: actor.id } });
    });
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

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,98}[a-z0-9]$/;

async function freeUsername(manager: EntityManager, wanted: string): Promise<string> {
  const username = usernameKey(wanted);
  if (!USERNAME.test(username)) throw new DomainError('username-invalid');
  if (await manager.existsBy(PersonRow, { username })) throw new DomainError('username-taken', { username });
  return username;
}

const LONGEST_NAME = 200;
const LONGEST_EMAIL = 300;

async function accepted(manager: EntityManager, username: string, wanted: PersonEdit) {
  const name = wanted.name.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
  const groups = GROUPS.filter((group) => wanted.groups.includes(group));
  const unitId = wanted.unitId ?? null;
  const email = wanted.email?.trim().slice(0, LONGEST_EMAIL) || null;
  if (name === '') throw new DomainError('name-missing');
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) throw new DomainError('email-invalid');
  if (groups.length === 0) throw new DomainError('groups-missing');
  if (unitId === null && (groups.includes('unit') || wanted.headsUnit)) throw new DomainError('unit-missing');
  if (unitId !== null && !(await manager.existsBy(UnitRow, { id: unitId })))
    throw new DomainError('unit-not-found', { unit: unitId });
  return {
    name,
    email,
    groups,
    unitId,
    headsUnit: wanted.headsUnit ?? false,
    searchKey: searchKey(name, username),
    sortKey: personSortKey(name),
  };
}

function rightsOf({ name, groups, unitId, headsUnit }: PersonRow): object {
  return { name, groups, unitId, headsUnit: Boolean(headsUnit) };
}

/** Without an administrator nobody could open an account again. Throws `last-administrator`. */
async function requireAnotherAdministrator(manager: EntityManager, row: PersonRow): Promise<void> {
  if (!row.groups.includes('administrator') || row.disabledAt !== null) return;
  const open = await manager.find(PersonRow, { select: { id: true, groups: true, disabledAt: true } });
  const others = open.filter(
    ({ id, groups, disabledAt }) => id !== row.id && disabledAt === null && groups.includes('administrator'),
  );
  if (others.length === 0) throw new DomainError('last-administrator');
}
