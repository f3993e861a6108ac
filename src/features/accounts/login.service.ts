import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/domain-error';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { isPasswordOf } from './passwords';
import { PersonRow } from './person.entity';
import { usernameKey } from './person.queries';
import { Tries } from './tries';

/** Who somebody is, by name and password. */
@Injectable()
export class LoginService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Tries) private readonly tries: Tries,
  ) {}

  /**
   * The person of this name and password. The same answer, in the same time, for an unknown name, a wrong password and a
   * closed account. Throws `login-failed` or `too-many-logins`.
   */
  async identify({ username, password, address }: Credentials): Promise<PersonRow> {
    const key = usernameKey(username);
    await this.tries.count(key, address);
    const row = await this.unitOfWork.reader.findOneBy(PersonRow, { username: key });
    const known = row?.disabledAt === null ? row : undefined;
    if (!(await isPasswordOf(known?.passwordHash, password)) || !known) throw new DomainError('login-failed');
    await this.tries.forgive(key, address);
    return known;
  }
}

interface Credentials {
  username: string;
  password: string;
  /** Where the request comes from. */
  address: string;
}
