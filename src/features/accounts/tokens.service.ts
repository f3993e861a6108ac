import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { sha256Hex } from '../../platform/hash';
import { AccessToken } from './access-token.entity';

const FIRST = 'Văn phòng Sở';
const LONGEST_NAME = 200;

/** Bearer tokens: made at random, shown once, kept only as SHA-256. */
@Injectable()
export class Tokens {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Makes the first token and gives it, once; undefined when there already is one. */
  first(): Promise<string | undefined> {
    return this.unitOfWork.run(SYSTEM, async (tx) =>
      (await tx.manager.exists(AccessToken)) ? undefined : (await this.insert(tx, FIRST)).token,
    );
  }

  /** Makes one more and gives it, once. */
  make(actor: Actor, name = FIRST): Promise<{ id: string; token: string }> {
    return this.unitOfWork.run(actor, (tx) => this.insert(tx, name.normalize('NFC').slice(0, LONGEST_NAME)));
  }

  /** All that open the service, the oldest first. */
  list(): Promise<AccessToken[]> {
    return this.unitOfWork.reader.find(AccessToken, { order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Throws `token-not-found`. */
  revoke(actor: Actor, id: string): Promise<AccessToken> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const row = await manager.findOneBy(AccessToken, { id });
      if (!row) throw new DomainError('token-not-found', { token: id });
      await manager.delete(AccessToken, { id });
      const subject = { type: 'token', id };
      await audit.record({ action: 'token.revoke', subject, before: { name: row.name } });
      return row;
    });
  }

  /** Whose token this is; undefined for nobody's. Takes the same time for a near miss as for a wild guess. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const given = Buffer.from(sha256Hex(token));
    const rows = await this.unitOfWork.reader.sql<Pick<AccessToken, 'id' | 'name' | 'sha256'>[]>`
      SELECT "id", "name", "sha256" FROM "access_token"`;
    const row = rows.filter(({ sha256 }) => timingSafeEqual(Buffer.from(sha256), given))[0];
    return row && { id: row.id, kind: 'token', name: row.name };
  }

  private async insert(
    { manager, audit }: Transaction,
    name: string,
  ): Promise<{ id: string; token: string }> {
    const token = `thidua_${randomBytes(32).toString('base64url')}`;
    const id = newId();
    await manager.insert(AccessToken, { id, name, sha256: sha256Hex(token), createdAt: this.clock.now() });
    await audit.record({ action: 'token.create', subject: { type: 'token', id }, after: { name } });
    return { id, token };
  }
}
