import type { EntityManager } from 'typeorm';
import { GROUPS, type Group, SYSTEM } from '../domain/access';
import { DomainError } from '../domain/domain-error';
import { PersonService, type WithPassword } from '../features/accounts/person.service';
import { PersonRow } from '../features/accounts/person.entity';
import { personByUsername, unitNames } from '../features/accounts/person.queries';
import { unitIds } from '../features/units/unit.queries';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { message } from '../platform/messages/message';
import { withApplication } from './application';
import { cell, table } from './table';
import { print } from './terminal';

/** What `user add` is given beside the username. */
export interface UserOptions {
  name: string;
  groups: string[];
  unit?: string;
  /** Of a unit that is not in the list yet. */
  newUnit?: string;
  head?: boolean;
  email?: string;
}

/** `thidua user add USERNAME`: makes an account and shows its one-time password, once. */
export function addUser(username: string, options: UserOptions): Promise<void> {
  return withApplication(async (app) => {
    const unitId = options.unit ? await unitNamed(app.get(UnitOfWork).reader, options.unit) : null;
    const groups = options.groups.map(groupOf);
    const { name, email, newUnit, head = false } = options;
    const wanted = { username, name, email, groups, unitId, newUnit, headsUnit: head };
    show(await app.get(PersonService).add(SYSTEM, wanted));
  });
}

/** `thidua user reset USERNAME`: gives a new one-time password; all sessions of the person end. */
export function resetUser(username: string): Promise<void> {
  return withApplication(async (app) => {
    const { id } = await personByUsername(app.get(UnitOfWork).reader, username);
    show(await app.get(PersonService).reset(SYSTEM, id));
  });
}

/** `thidua user disable USERNAME`: closes the account. */
export function disableUser(username: string): Promise<void> {
  return withApplication(async (app) => {
    const { id } = await personByUsername(app.get(UnitOfWork).reader, username);
    const { name } = await app.get(PersonService).disable(SYSTEM, id);
    print(message('cli.user.disabled', { name }));
  });
}

/** `thidua user enable USERNAME`: opens it again, with the password that it had. */
export function enableUser(username: string): Promise<void> {
  return withApplication(async (app) => {
    const { id } = await personByUsername(app.get(UnitOfWork).reader, username);
    const { name } = await app.get(PersonService).enable(SYSTEM, id);
    print(message('cli.user.enabled', { name }));
  });
}

/** `thidua user list`: who has an account, by given name. */
export function listUsers(): Promise<void> {
  return withApplication(async (app) => {
    const { reader } = app.get(UnitOfWork);
    const persons = await reader.find(PersonRow, { order: { sortKey: 'ASC', id: 'ASC' } });
    const units = await unitNames(reader, persons);
    if (persons.length === 0) print(message('cli.user.none'));
    else print(table(COLUMNS.map(columnTitle), [18, 20, 14, 16, 12], persons.map(lineOf(units))));
  });
}

const COLUMNS = ['username', 'name', 'groups', 'unit', 'state'];

function columnTitle(name: string): string {
  return message(`cli.user.column.${name}`);
}

function lineOf(units: ReadonlyMap<string, string>) {
  return ({ username, name, groups, unitId, disabledAt }: PersonRow): string[] => {
    const state = message(`account.state.${disabledAt === null ? 'open' : 'closed'}`);
    const groupNames = groups.map((group) => message(`group.${group}`)).join(', ');
    return [username, name, groupNames, units.get(unitId ?? '') ?? '', state].map((text) => cell(text));
  };
}

/** Throws `unit-not-found`. */
async function unitNamed(reader: EntityManager, name: string): Promise<string> {
  const wanted = name.normalize('NFC').trim();
  const id = (await unitIds(reader, [wanted])).get(wanted);
  if (id === undefined) throw new DomainError('unit-not-found', { unit: wanted });
  return id;
}

function show({ person, password }: WithPassword): void {
  print(message('cli.user.password', { username: person.username, password }));
}

function groupOf(name: string): Group {
  const group = GROUPS.find((each) => each === name);
  if (!group) throw new DomainError('group-unknown', { group: name, groups: GROUPS.join(', ') });
  return group;
}
