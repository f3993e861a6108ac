import { SYSTEM } from '../domain/access';
import { PersonRow } from '../features/accounts/person.entity';
import { Tokens } from '../features/accounts/tokens.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { message } from '../platform/messages/message';
import { withApplication } from './application';
import { print } from './terminal';

/** `thidua token new USERNAME [NAME]`: makes one more bearer token of a person and shows it, once. */
export function newToken(username: string, name?: string): Promise<void> {
  return withApplication(async (app) => {
    const { id, token } = await app.get(Tokens).makeForUsername(username, name);
    print(message('cli.token.made', { id, token }));
  });
}

/** `thidua token list`: which tokens there are, since when. */
export function listTokens(): Promise<void> {
  return withApplication(async (app) => {
    const tokens = await app.get(Tokens).list();
    const persons = await app
      .get(UnitOfWork)
      .reader.find(PersonRow, { select: { id: true, username: true } });
    const usernames = new Map(persons.map(({ id, username }) => [id, username]));
    if (tokens.length === 0) print(message('cli.token.none'));
    for (const { id, name, createdAt, personId } of tokens)
      print(message('cli.token.line', { id, name, createdAt, username: usernames.get(personId) ?? '' }));
  });
}

/** `thidua token revoke ID`: from now on this token opens nothing. */
export function revokeToken(id: string): Promise<void> {
  return withApplication(async (app) => {
    const { name } = await app.get(Tokens).revoke(SYSTEM, id);
    print(message('cli.token.revoked', { name }));
  });
}
