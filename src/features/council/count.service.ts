import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../domain/access';
import { type Tally, attendanceOf, emptyTally, withVote } from '../../domain/council';
import { DomainError } from '../../domain/domain-error';
import { refined } from '../../domain/run-off';
import type { Transaction } from '../../platform/database/unit-of-work';
import { BallotService, ballotOf } from './ballot.service';
import { BoxRow } from './box.entity';
import { type ItemResult, ItemRow } from './item.entity';
import { type Asked, questionOf, votersOf } from './item.queries';
import { OpinionRow } from './opinion.entity';
import { PhaseAttendance } from './phase-attendance';
import { RunOffService } from './run-off.service';
import type { SessionRow } from './session.entity';
import type { Seated } from './session.queries';

/** Ballots that are ending, and who sits in the session. */
interface Ending {
  asked: readonly Asked[];
  seats: readonly Seated[];
  reason: string | null;
}

/** Counts the votes of ballots that are ended, and hands the counts to the rules. */
@Injectable()
export class CountService {
  constructor(
    @Inject(PhaseAttendance) private readonly attendance: PhaseAttendance,
    @Inject(BallotService) private readonly ballots: BallotService,
    @Inject(RunOffService) private readonly runOffs: RunOffService,
  ) {}

  /** The attendance first: a count may not be above the number of members. */
  async count(tx: Transaction, actor: Actor, session: SessionRow, ending: Ending): Promise<void> {
    await this.attendance.settle(tx, session);
    for (const asked of ending.asked) {
      const result = await this.resultOf(tx, asked, ending.seats);
      await this.handOn(tx, actor, session, asked, result);
      await tx.manager.update(
        ItemRow,
        { id: asked.item.id },
        { state: 'closed', reason: ending.reason, result },
      );
      await record(tx, session, asked, { result, ...ending });
    }
  }

  private async resultOf(tx: Transaction, asked: Asked, seats: readonly Seated[]): Promise<ItemResult> {
    const { item, voted } = asked;
    const tally = item.method === 'secret' ? await emptied(tx, item.id) : await named(tx, item);
    return {
      attendance: attendanceOf(seats),
      eligible: votersOf(asked, seats).length,
      voted: voted.size,
      tally,
      ...(item.tie && { groups: refined(item.tie.groups, tally) }),
    };
  }

  private async handOn(
    tx: Transaction,
    actor: Actor,
    session: SessionRow,
    { item }: Asked,
    result: ItemResult,
  ): Promise<void> {
    if (item.nominationId === null) return this.runOffs.settle(tx, session, item, result);
    const { version } = await ballotOf(tx.manager, item.nominationId, item.award);
    const votes = { ...result.tally };
    await this.ballots.countIn(tx, actor, item.nominationId, item.award, { seen: version, votes });
  }
}

/** The counters of the box, which is gone with them. */
async function emptied({ manager }: Transaction, itemId: string): Promise<Tally> {
  const box = await manager.findOneBy(BoxRow, { itemId });
  if (!box) throw new DomainError('unexpected');
  await manager.delete(BoxRow, { itemId });
  return box.counts;
}

async function named({ manager }: Transaction, item: ItemRow): Promise<Tally> {
  const opinions = await manager.findBy(OpinionRow, { itemId: item.id });
  return opinions.reduce((tally, { marks }) => withVote(tally, marks), emptyTally(questionOf(item)));
}

/** Of a vote with names also who said what: it is known from now on. */
async function record(
  { manager, audit }: Transaction,
  { id }: SessionRow,
  { item, voted }: Asked,
  { result, seats, reason }: { result: ItemResult; seats: readonly Seated[]; reason: string | null },
): Promise<void> {
  const opinions = await manager.findBy(OpinionRow, { itemId: item.id, seatId: In([...voted]) });
  const nameOf = new Map(seats.map((seat) => [seat.id, seat.name]));
  const said = opinions
    .map(({ seatId, marks, document }) => ({ member: nameOf.get(seatId) ?? seatId, marks, document }))
    .sort((a, b) => (a.member < b.member ? -1 : 1));
  await audit.record({
    action: 'ballot.close',
    subject: { type: 'session', id },
    after: { item: item.id, method: item.method, reason, ...result, ...(said.length > 0 && { said }) },
  });
}
