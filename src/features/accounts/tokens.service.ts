import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { sha256Hex } from '../../platform/hash';
import { AccessToken } from './access-token.entity';
import { PersonRow } from './person.entity';
import { actorOf, personById, personByUsername } from './person.queries';

const LONGEST_NAME = 200;
const UNNAMED = 'API';
/** Of one person: more than anybody keeps an eye on. */
const MOST = 20;

/** A token as it is made; it is shown once. */
interface NewToken {
  id: string;
  token: string;
  name: string;
}

/** Bearer tokens of persons: made at random, shown once, kept only as SHA-256. */
@Injectable()
export class Tokens {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Makes one for the actor and gives it, once. Throws `account-closed` or `too-many-tokens`. */
  make(actor: Actor, name = UNNAMED): Promise<NewToken> {
    return this.makeFor(actor, actor.id, name);
  }

  /** From the command line: makes one for a person. Throws `person-not-found` or `account-closed`. */
  async makeForUsername(username: string, name = UNNAMED): Promise<NewToken> {
    const { id } = await personByUsername(this.unitOfWork.reader, username);
    return this.makeFor(SYSTEM, id, name);
  }

  /** Of one person, or of everybody; the oldest first. */
  list(personId?: string): Promise<AccessToken[]> {
    return this.unitOfWork.reader.find(AccessToken, {
      where: personId === undefined ? {} : { personId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** Of one's own. Throws `token-not-found`, also for another's. */
  revokeOwn(actor: Actor, id: string): Promise<AccessToken> {
    return this.remove(actor, { id, personId: actor.id });
  }

  /** Of anybody: for administrators and the program. Throws `token-not-found`. */
  revoke(actor: Actor, id: string): Promise<AccessToken> {
    return this.remove(actor, { id });
  }

  /** Whose token this is, as the account stands now; undefined for nobody's. Only its SHA-256 is looked for. */
  async personOf(token: string): Promise<PersonRow | undefined> {
    const row = await this.unitOfWork.reader.findOneBy(AccessToken, { sha256: sha256Hex(token) });
    return row ? actorOf(this.unitOfWork.reader, row.personId) : undefined;
  }

  private remove(actor: Actor, which: { id: string; personId?: string }): Promise<AccessToken> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const row = await manager.findOneBy(AccessToken, which);
      if (!row) throw new DomainError('token-not-found', { token: which.id });
      await manager.delete(AccessToken, { id: row.id });
      const before = { name: row.name, person: row.personId };
      await audit.record({ action: 'token.revoke', subject: { type: 'token', id: row.id }, before });
      return row;
    });
  }

  /** Whether the account is open is asked in the turn: closing takes its tokens, and none may come after. */
  private makeFor(actor: Actor, personId: string, name: string): Promise<NewToken> {
    const token = `thidua_${randomBytes(32).toString('base64url')}`;
    const id = newId();
    const row = {
      id,
      personId,
      name: name.normalize('NFC').trim().slice(0, LONGEST_NAME) || UNNAMED,
      sha256: sha256Hex(token),
      createdAt: this.clock.now(),
    };
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { username, disabledAt } = await personById(manager, personId);
      if (disabledAt !== null) throw new DomainError('account-closed', { person: username });
      if ((await manager.countBy(AccessToken, { personId })) >= MOST)
        throw new DomainError('too-many-tokens', { most: MOST });
      await manager.insert(AccessToken, row);
      const after = { name: row.name, person: personId };
      await audit.record({ action: 'token.create', subject: { type: 'token', id }, after });
      return { id, token, name: row.name };
    });
  }
}
