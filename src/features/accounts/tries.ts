import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../domain/domain-error';

const MINUTES = 15;
/** Wrong passwords within the time: for one account, wherever they come from, and from one address, whatever the account. */
const PER_ACCOUNT = 10;
const PER_ADDRESS = 50;

/** Counts tries of a password. Each process counts for itself: with two of them somebody may try twice as often. */
@Injectable()
export class Tries {
  private readonly account = limiter(PER_ACCOUNT);
  private readonly address = limiter(PER_ADDRESS);

  /** Counts a try before it is judged, so that many at once find no gap. Throws `too-many-logins`. */
  async count(username: string, address?: string): Promise<void> {
    try {
      if (address !== undefined) await this.address.consume(address);
      await this.account.consume(username);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new DomainError('too-many-logins', { minutes: MINUTES });
      throw error;
    }
  }

  /** The password was right: the account starts anew, and the address gets this try back. */
  async forgive(username: string, address?: string): Promise<void> {
    await this.account.delete(username);
    if (address !== undefined) await this.address.reward(address);
  }
}

function limiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: MINUTES * 60 });
}
