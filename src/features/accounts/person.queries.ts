import type { SessionData } from 'express-session';
import { type EntityManager, In, IsNull, Like, Not, Raw } from 'typeorm';
import type { Actor, Group } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { findPage } from '../../platform/database/find-page';
import { sha256Hex } from '../../platform/hash';
import { searchKey } from '../../platform/text/search-key';
import { UnitRow } from '../units/unit.entity';
import { AccessToken } from './access-token.entity';
import { PersonRow } from './person.entity';

/** Throws `person-not-found`. */
export async function personById(reader: EntityManager, id: string): Promise<PersonRow> {
  const row = await reader.findOneBy(PersonRow, { id });
  if (!row) throw new DomainError('person-not-found', { person: id });
  return row;
}

/** Throws `person-not-found`. */
export async function personByUsername(reader: EntityManager, username: string): Promise<PersonRow> {
  const row = await reader.findOneBy(PersonRow, { username: usernameKey(username) });
  if (!row) throw new DomainError('person-not-found', { person: username });
  return row;
}

/** Who acts, with the rights of this very moment; undefined for nobody and for a disabled account. */
export async function actorOf(reader: EntityManager, personId: string): Promise<PersonRow | undefined> {
  return (await reader.findOneBy(PersonRow, { id: personId, disabledAt: IsNull() })) ?? undefined;
}

/** Which password somebody logged in with; says nothing about it. */
export function passwordMark({ passwordHash }: Pick<PersonRow, 'passwordHash'>): string {
  return sha256Hex(passwordHash);
}

/**
 * Whose session this is; undefined for nobody's. A session that began with a password of before opens nothing, also where
 * the log-in was still on its way when the password was changed.
 */
export async function personOfSession(
  reader: EntityManager,
  session: Partial<Pick<SessionData, 'personId' | 'passwordMark'>> | undefined,
): Promise<PersonRow | undefined> {
  if (session?.personId === undefined) return undefined;
  const person = await actorOf(reader, session.personId);
  return person && passwordMark(person) === session.passwordMark ? person : undefined;
}

/** Whether this is a demo world. Asked for every page, and so in plain SQL. */
export async function hasDemoAccounts(reader: EntityManager): Promise<boolean> {
  const found = await reader.sql<unknown[]>`
    SELECT 1 FROM "person" WHERE "demo" = ${true} AND "disabledAt" IS NULL LIMIT 1`;
  return found.length > 0;
}

export function asActor({ id, name, groups, unitId, headsUnit }: PersonRow): Actor {
  return { id, kind: 'person', name, groups, unitId, headsUnit: Boolean(headsUnit) };
}

/** What of the accounts a list shows; an absent part is all. */
export interface PersonFilter {
  /** Searched without diacritics in name and username. */
  q?: string;
  group?: Group;
  state?: AccountState;
}

export const ACCOUNT_STATES = ['open', 'closed'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** By given name. */
export function listPersons(
  reader: EntityManager,
  { q = '', group, state }: PersonFilter,
  range: { skip: number; take: number },
): Promise<[PersonRow[], number]> {
  const where = {
    searchKey: Like(`%${searchKey(q)}%`),
    ...(group !== undefined && { groups: Raw((column) => `${column} LIKE '%"${group}"%'`) }),
    ...(state !== undefined && { disabledAt: state === 'open' ? IsNull() : Not(IsNull()) }),
  };
  return findPage(reader, PersonRow, { where, order: { sortKey: 'ASC', id: 'ASC' }, ...range });
}

/** How many tokens each of the persons has, by id; who has none is left out. */
export async function tokenCounts(
  reader: EntityManager,
  persons: readonly Pick<PersonRow, 'id'>[],
): Promise<Map<string, number>> {
  const where = { personId: In(persons.map(({ id }) => id)) };
  const tokens = await reader.find(AccessToken, { select: { id: true, personId: true }, where });
  const counts = new Map<string, number>();
  for (const { personId } of tokens) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  return counts;
}

/** Longer than any that is accepted. */
const LONGEST_KEY = 101;

/** A name to log in with, as it is compared. */
export function usernameKey(username: string): string {
  return username.normalize('NFC').trim().toLowerCase().slice(0, LONGEST_KEY);
}

/** Names of the units that the persons belong to, by id. */
export async function unitNames(
  reader: EntityManager,
  persons: readonly Pick<PersonRow, 'unitId'>[],
): Promise<Map<string, string>> {
  const ids = new Set(persons.flatMap(({ unitId }) => unitId ?? []));
  const units = await reader.find(UnitRow, { select: { id: true, name: true }, where: { id: In([...ids]) } });
  return new Map(units.map(({ id, name }) => [id, name]));
}
