import { type EntityManager, In, IsNull, Like } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { findPage } from '../../platform/database/find-page';
import { searchKey } from '../../platform/text/search-key';
import { UnitRow } from '../units/unit.entity';
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

export function asActor({ id, name, groups, unitId, headsUnit }: PersonRow): Actor {
  return { id, kind: 'person', name, groups, unitId, headsUnit: Boolean(headsUnit) };
}

/** By given name; `q` is searched without diacritics in name and username. */
export function listPersons(
  reader: EntityManager,
  { q = '', skip, take }: { q?: string; skip: number; take: number },
): Promise<[PersonRow[], number]> {
  return findPage(reader, PersonRow, {
    where: { searchKey: Like(`%${searchKey(q)}%`) },
    order: { sortKey: 'ASC', id: 'ASC' },
    skip,
    take,
  });
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
