import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../domain/domain-error';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { isPasswordOf } from './passwords';
import { PersonRow } from './person.entity';
import { usernameKey } from './person.queries';

const MINUTES = 15;
/** Wrong passwords within the time: for one account, wherever they come from, and from one address, whatever the account. */
const PER_ACCOUNT = 10;
const PER_ADDRESS = 50;

/** Who somebody is, by name and password. */
@Injectable()
export class LoginService {
  private readonly account = limiter(PER_ACCOUNT);
  private readonly address = limiter(PER_ADDRESS);

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * The person of this name and password. The same answer, in the same time, for an unknown name, a wrong password and a
   * closed account. A try is counted before it is judged, so that many at once find no gap. Throws `login-failed` or
   * `too-many-logins`.
   */
  async identify({ username, password, address }: Credentials): Promise<PersonRow> {
    const key = usernameKey(username);
    await this.count(key, address);
    const row = await this.unitOfWork.reader.findOneBy(PersonRow, { username: key });
    const known = row?.disabledAt === null ? row : undefined;
    if (!(await isPasswordOf(known?.passwordHash, password)) || !known) throw new DomainError('login-failed');
    await Promise.all([this.account.delete(key), this.address.reward(address)]);
    return known;
  }

  private async count(key: string, address: string): Promise<void> {
    try {
      await this.address.consume(address);
      await this.account.consume(key);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new DomainError('too-many-logins', { minutes: MINUTES });
      throw error;
    }
  }
}

export interface Credentials {
  username: string;
  password: string;
  /** Where the request comes from. */
  address: string;
}

function limiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: MINUTES * 60 });
}
