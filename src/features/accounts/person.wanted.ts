import type { EntityManager } from 'typeorm';
import { GROUPS, type Group } from '../../domain/access';
import { InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import { searchKey } from '../../platform/text/search-key';
import { personSortKey } from '../../platform/text/sort-key';
import { LONGEST_UNIT_NAME, tidyUnitName } from '../units/unit-name';
import { UnitRow } from '../units/unit.entity';
import { PersonRow } from './person.entity';
import { usernameKey } from './person.queries';

/** What of an account can be changed. */
export interface PersonEdit {
  name: string;
  email?: string | null;
  groups: readonly Group[];
  unitId?: string | null;
  /** Name of a unit that is not in the list yet; it takes the place of `unitId`. */
  newUnit?: string;
  headsUnit?: boolean;
}

/** Somebody to be given an account. */
export interface NewPerson extends PersonEdit {
  username: string;
  /** Of the demo world; with a password that its pages show. */
  demoPassword?: string;
}

type Columns = Pick<
  PersonRow,
  'name' | 'email' | 'groups' | 'unitId' | 'headsUnit' | 'searchKey' | 'sortKey'
>;

/** The columns of a new account. Throws `account-refused` with a finding for each field that is wrong. */
export async function newColumns(
  manager: EntityManager,
  wanted: NewPerson,
): Promise<Columns & { username: string }> {
  const username = usernameKey(wanted.username);
  const columns = columnsOf(username, wanted);
  const faults = [...(await usernameFaults(manager, username)), ...(await faultsOf(manager, columns))];
  if (faults.length > 0) throw new InputRefused(faults, 'account-refused');
  return { username, ...columns };
}

/** The changed columns of an account. Throws as `newColumns`. */
export async function editedColumns(
  manager: EntityManager,
  username: string,
  wanted: PersonEdit,
): Promise<Columns> {
  const columns = columnsOf(username, wanted);
  const faults = await faultsOf(manager, columns);
  if (faults.length > 0) throw new InputRefused(faults, 'account-refused');
  return columns;
}

/** The name of the unit to be made, '' for none. Throws `account-refused`. */
export function newUnitName({ newUnit = '' }: PersonEdit): string {
  const name = tidyUnitName(newUnit);
  if (name.length > LONGEST_UNIT_NAME)
    throw new InputRefused(
      [fault('newUnit', 'unit-name-too-long', { most: LONGEST_UNIT_NAME })],
      'account-refused',
    );
  return name;
}

function columnsOf(username: string, wanted: PersonEdit): Columns {
  const name = wanted.name.normalize('NFC').replace(/\s+/g, ' ').trim();
  return {
    name,
    email: wanted.email?.trim() || null,
    groups: GROUPS.filter((group) => wanted.groups.includes(group)),
    unitId: wanted.unitId ?? null,
    headsUnit: wanted.headsUnit ?? false,
    searchKey: searchKey(name, username),
    sortKey: personSortKey(name),
  };
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,98}[a-z0-9]$/;

async function usernameFaults(manager: EntityManager, username: string): Promise<Finding[]> {
  if (!USERNAME.test(username)) return [fault('username', 'username-invalid')];
  const taken = await manager.existsBy(PersonRow, { username });
  return taken ? [fault('username', 'username-taken', { username })] : [];
}

const LONGEST_NAME = 200;
const LONGEST_EMAIL = 300;

async function faultsOf(manager: EntityManager, columns: Columns): Promise<Finding[]> {
  const { name, email, groups, unitId, headsUnit } = columns;
  const faults: Finding[] = [];
  if (name === '') faults.push(fault('name', 'person-name-missing'));
  if (name.length > LONGEST_NAME) faults.push(fault('name', 'person-name-too-long', { most: LONGEST_NAME }));
  if (email !== null && (email.length > LONGEST_EMAIL || !/^[^\s@]+@[^\s@]+$/.test(email)))
    faults.push(fault('email', 'email-invalid'));
  if (groups.length === 0) faults.push(fault('groups', 'groups-missing'));
  if (unitId === null && (groups.includes('unit') || headsUnit)) faults.push(fault('unit', 'unit-missing'));
  if (unitId !== null && !(await manager.existsBy(UnitRow, { id: unitId })))
    faults.push(fault('unit', 'unit-unknown'));
  return faults;
}

function fault(field: string, code: string, params: Finding['params'] = {}): Finding {
  return { level: 'error', code, path: [field], params };
}
