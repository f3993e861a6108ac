import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { requireVersion } from '../../platform/http/etag';
import { BallotRow } from '../nominations/ballot.entity';
import { countChange, takeNomination } from '../nominations/nomination.desk';
import { acceptedNomination, bareNomination } from '../nominations/nomination.document';
import { ItemRow } from './item.entity';

/** The count as it stands; an award that nobody has voted on yet has version 0. */
export async function ballotOf(reader: EntityManager, nominationId: string, award: string) {
  const row = await reader.findOneBy(BallotRow, { nominationId, award });
  return row ?? { nominationId, award, yes: 0, no: 0, abstain: 0, version: 0 };
}

@Injectable()
export class BallotService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Writes the count of votes for one award. Throws `stale-edit`, InputRefused, `nomination-not-found`,
   * `nomination-closed`, or `ballot-of-session-exists`: what a session votes on is counted there.
   */
  count(
    actor: Actor,
    nominationId: string,
    award: string,
    { seen, votes }: { seen: number; votes: object },
  ): Promise<BallotRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      await requireNoSession(tx.manager, nominationId, award);
      return this.countIn(tx, actor, nominationId, award, { seen, votes });
    });
  }

  /** As `count`, inside the unit of work that closes a ballot. */
  async countIn(
    { manager, audit }: Transaction,
    actor: Actor,
    nominationId: string,
    award: string,
    { seen, votes }: { seen: number; votes: object },
  ): Promise<BallotRow> {
    const { row, open } = await takeNomination(manager, actor, 'ballot.count', nominationId);
    const document = { ...bareNomination(row), ballots: { [award]: { ...votes } } };
    const { nomination } = acceptedNomination(open, document, { within: ['ballots', award] });
    const [[code, ballot] = [award, undefined]] = Object.entries(nomination.ballots);
    if (!ballot) throw new DomainError('unexpected');
    const before = await ballotOf(manager, nominationId, code);
    requireVersion(before, seen);
    const after: BallotRow = {
      id: newId(),
      nominationId,
      award: code,
      ...ballot,
      version: await countChange(manager, row, this.clock.now()),
    };
    await manager.delete(BallotRow, { nominationId, award: code });
    await manager.insert(BallotRow, after);
    const { yes, no, abstain } = before;
    await audit.record({
      action: 'ballot.count',
      subject: { type: 'nomination', id: nominationId },
      before: before.version === 0 ? undefined : { award: code, yes, no, abstain },
      after: { award: code, ...ballot },
    });
    return after;
  }
}

async function requireNoSession(manager: EntityManager, nominationId: string, award: string): Promise<void> {
  const state = In(['open', 'closed'] as const);
  if (await manager.existsBy(ItemRow, { nominationId, award: award.normalize('NFC'), state }))
    throw new DomainError('ballot-of-session-exists', { award });
}
