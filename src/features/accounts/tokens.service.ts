import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../domain/access';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { sha256Hex } from '../../platform/hash';
import { AccessToken } from './access-token.entity';

const FIRST = 'Văn phòng Sở';

/** Bearer tokens: made at random, shown once, kept only as SHA-256. */
@Injectable()
export class Tokens {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Makes the first token and gives it, once; undefined when there already is one. */
  first(): Promise<string | undefined> {
    return this.unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
      if (await manager.exists(AccessToken)) return undefined;
      const token = `thidua_${randomBytes(32).toString('base64url')}`;
      const row = { id: newId(), name: FIRST, sha256: sha256Hex(token), createdAt: this.clock.now() };
      await manager.insert(AccessToken, row);
      await audit.record({
        action: 'token.create',
        subject: { type: 'token', id: row.id },
        after: { name: row.name },
      });
      return token;
    });
  }

  /** Whose token this is; undefined for nobody's. Takes the same time for a near miss as for a wild guess. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const given = Buffer.from(sha256Hex(token));
    const rows = await this.unitOfWork.reader.find(AccessToken);
    const row = rows.filter(({ sha256 }) => timingSafeEqual(Buffer.from(sha256), given))[0];
    return row && { id: row.id, kind: 'token', name: row.name };
  }
}
