import { GROUPS, type Group, SYSTEM } from '../domain/access';
import { DomainError } from '../domain/domain-error';
import { PersonService, type WithPassword } from '../features/accounts/person.service';
import { personByUsername } from '../features/accounts/person.queries';
import { unitIds } from '../features/units/unit.queries';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { message } from '../platform/messages/message';
import { withApplication } from './application';
import { print } from './terminal';

/** What `user add` is given beside the username. */
export interface UserOptions {
  name: string;
  groups: string[];
  unit?: string;
  head?: boolean;
}

/** `thidua user add USERNAME`: makes an account and shows its one-time password, once. */
export function addUser(username: string, options: UserOptions): Promise<void> {
  return withApplication(async (app) => {
    const ids = await unitIds(
      app.get(UnitOfWork).reader,
      options.unit ? [options.unit.normalize('NFC')] : [],
    );
    const unitId = options.unit ? ids.get(options.unit.normalize('NFC')) : null;
    if (unitId === undefined) throw new DomainError('unit-not-found', { unit: options.unit ?? '' });
    const groups = options.groups.map(groupOf);
    const wanted = { username, name: options.name, groups, unitId, headsUnit: options.head ?? false };
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

function show({ person, password }: WithPassword): void {
  print(message('cli.user.password', { username: person.username, password }));
}

function groupOf(name: string): Group {
  const group = GROUPS.find((each) => each === name);
  if (!group) throw new DomainError('group-unknown', { group: name, groups: GROUPS.join(', ') });
  return group;
}
