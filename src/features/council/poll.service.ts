import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { FEWEST_IN_SECRET, attendanceOf, emptyTally } from '../../domain/council';
import { DomainError, InputRefused } from '../../domain/domain-error';
import { givenReason, requiredReason } from '../../domain/reason';
import type { Finding } from '../../domain/finding';
import { shownState } from '../../domain/nomination-state';
import { hasQuorum } from '../../domain/voting';
import { Clock } from '../../platform/clock/clock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { type OpenPhase, openPhaseById } from '../campaigns/phase.queries';
import { BoxRow } from './box.entity';
import { CountService } from './count.service';
import { ItemRow } from './item.entity';
import { type Asked, askedOf, questionOf, votersOf } from './item.queries';
import { OpinionRow } from './opinion.entity';
import { itemsIn } from './poll.items';
import { pendingTies, stillTied } from './run-off.queries';
import { callToVote } from './session.notices';
import { fault } from './session.plan';
import type { SessionRow } from './session.entity';
import { type Seated, seatedIn } from './session.queries';
import { changeSession, sessionIn } from './session.service';

/** Opens, closes and annuls ballots: one service method for each, for one question or for many. */
@Injectable()
export class PollService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CountService) private readonly counting: CountService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Opens the vote on questions that wait. Throws `session-not-open`, `item-unchosen`, `item-not-found`, or InputRefused
   * (`ballot-refused`): without a quorum, without voters, in secret with fewer than three, on a case that is no longer before the council or a
   * tie that is no longer there.
   */
  open(actor: Actor, id: string, itemIds: readonly string[]): Promise<SessionRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await sessionIn(tx, actor, id, 'open');
      const seats = await seatedIn(tx.manager, id);
      const asked = await askedOf(tx.manager, [session], await itemsIn(tx.manager, id, itemIds), seats);
      const open = await openPhaseById(tx.manager, session.phaseId);
      const findings = asked.flatMap((each) => faultsOfOpening(open, each, seats));
      if (findings.length === 0) findings.push(...(await goneTies(tx, open, asked)));
      if (findings.length > 0) throw new InputRefused(findings, 'ballot-refused');
      for (const { item } of asked) await openOne(tx, item);
      await callToVote(tx, session, { asked, seats }, { by: actor, at: this.clock.now() });
      await tx.audit.record({
        action: 'ballot.open',
        subject: { type: 'session', id },
        after: { items: asked.map(({ item }) => item.id) },
      });
      return changeSession(tx, session);
    });
  }

  /**
   * Ends the vote and counts. Before all who can vote have done so only with a reason; whoever has not voted is in no count,
   * and still one of the members that a majority is taken of. Throws `session-not-open`, `item-unchosen`, `item-not-found`,
   * `reason-too-long`, or InputRefused (`ballot-refused`): nobody has opened it, a reason is missing, or one or two secret votes would be laid open.
   */
  close(
    actor: Actor,
    id: string,
    { items: itemIds, reason }: { items: readonly string[]; reason?: string },
  ): Promise<SessionRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await sessionIn(tx, actor, id, 'open');
      const seats = await seatedIn(tx.manager, id);
      const asked = await askedOf(tx.manager, [session], await itemsIn(tx.manager, id, itemIds), seats);
      const why = givenReason(reason) || null;
      const findings = asked.flatMap((each) => faultsOfClosing(each, votersOf(each, seats), why));
      if (findings.length > 0) throw new InputRefused(findings, 'ballot-refused');
      await this.counting.count(tx, actor, session, { asked, seats, reason: why });
      return changeSession(tx, session);
    });
  }

  /** Ends a vote without counting it; what was in the box is gone. Throws `reason-missing`, `reason-too-long`, `item-not-found`, `ballot-not-open`. */
  annul(actor: Actor, id: string, itemId: string, reason = ''): Promise<SessionRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await sessionIn(tx, actor, id, 'open');
      const [item] = await itemsIn(tx.manager, id, [itemId]);
      if (item?.state !== 'open') throw new DomainError('ballot-not-open');
      const why = requiredReason(reason);
      await emptyBox(tx, itemId);
      await tx.manager.delete(OpinionRow, { itemId });
      await tx.manager.update(ItemRow, { id: itemId }, { state: 'annulled', reason: why });
      const after = { item: itemId, reason: why };
      await tx.audit.record({ action: 'ballot.annul', subject: { type: 'session', id }, after });
      return changeSession(tx, session);
    });
  }
}

async function emptyBox({ manager }: Transaction, itemId: string): Promise<void> {
  await manager.delete(BoxRow, { itemId });
}

async function openOne({ manager }: Transaction, item: ItemRow): Promise<void> {
  await manager.update(ItemRow, { id: item.id }, { state: 'open' });
  if (item.method === 'secret')
    await manager.insert(BoxRow, { itemId: item.id, counts: emptyTally(questionOf(item)) });
}

function faultsOfOpening({ campaign }: OpenPhase, asked: Asked, seats: readonly Seated[]): Finding[] {
  const { item, nominees } = asked;
  const voters = votersOf(asked, seats).length;
  const rule = campaign.awards.find(({ code }) => code === item.award)?.requires.vote;
  const at = (code: string, params = {}) =>
    fault(code, ['items', item.id], { number: item.ordinal, ...params });
  return [
    ...(item.state === 'waiting' ? [] : [at('ballot-not-waiting')]),
    ...(rule && !hasQuorum(rule, attendanceOf(seats)) ? [at('no-quorum')] : []),
    ...(nominees.every((row) => shownState(row) === 'before-council') ? [] : [at('not-before-council')]),
    ...(voters === 0 ? [at('no-voters')] : []),
    ...(item.method === 'secret' && voters < FEWEST_IN_SECRET && voters > 0
      ? [at('secret-needs-more', { fewest: FEWEST_IN_SECRET })]
      : []),
  ];
}

async function goneTies(
  { manager }: Transaction,
  open: OpenPhase,
  asked: readonly Asked[],
): Promise<Finding[]> {
  const runOffs = asked.filter(({ item }) => item.tie !== null);
  if (runOffs.length === 0) return [];
  const ties = await pendingTies(manager, open);
  return runOffs
    .filter(({ item }) => !stillTied(ties, item))
    .map(({ item }) => fault('tie-gone', ['items', item.id], { number: item.ordinal }));
}

function faultsOfClosing(
  { item, voted }: Asked,
  voters: readonly Seated[],
  reason: string | null,
): Finding[] {
  const at = (code: string, params = {}) =>
    fault(code, ['items', item.id], { number: item.ordinal, ...params });
  if (item.state !== 'open') return [at('ballot-not-opened')];
  const waiting = voters.filter(({ id }) => !voted.has(id)).length;
  const few = item.method === 'secret' && voted.size > 0 && voted.size < FEWEST_IN_SECRET;
  return [
    ...(waiting > 0 && reason === null ? [at('votes-missing', { count: waiting })] : []),
    ...(few ? [at('secret-too-few', { fewest: FEWEST_IN_SECRET })] : []),
  ];
}
