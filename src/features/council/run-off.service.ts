import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { dayInVietnam } from '../../domain/calendar-day';
import { ABSTAIN, type BallotMethod } from '../../domain/council';
import { DomainError } from '../../domain/domain-error';
import { settlement } from '../../domain/run-off';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { message } from '../../platform/messages/message';
import { dayText } from '../../platform/text/vietnam-time';
import { awardName } from '../../domain/plan-names';
import { takePhaseById } from '../campaigns/phase.desk';
import { openPhaseById } from '../campaigns/phase.queries';
import { insertItems } from './agenda.service';
import type { ItemResult, ItemRow, TieAtCut } from './item.entity';
import { lastRunOff } from './run-off.rounds';
import { type PendingTie, pendingTies, tieOf } from './run-off.queries';
import type { SessionRow } from './session.entity';
import { changeSession, sessionIn } from './session.service';
import { TieService } from './tie.service';

interface WantedRunOff {
  criteriaSet: string;
  award: string;
  method: BallotMethod;
}

/** Lets the council break a tie at the cut by its votes (law 5: the rules never do). */
@Injectable()
export class RunOffService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TieService) private readonly ties: TieService,
  ) {}

  /**
   * Puts a tie on the agenda; one that the council has voted on before without breaking it is voted on again among those who
   * are tied still. Throws `session-closed`, `tie-not-found` or `run-off-exists`.
   */
  add(actor: Actor, id: string, { criteriaSet, award, method }: WantedRunOff): Promise<SessionRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await sessionIn(tx, actor, id, 'planned', 'open');
      const open = await openPhaseById(tx.manager, session.phaseId);
      const ties = await pendingTies(tx.manager, open);
      const name = awardName(open.campaign, award);
      const found = ties.find((tie) => tie.award === award && tie.criteriaSet === criteriaSet);
      if (!found) throw new DomainError('tie-not-found', { award: name, criteriaSet });
      const tie = await nextRound(tx.manager, session, found);
      if (!tie) throw new DomainError('run-off-exists', { award: name });
      await insertItems(tx, session, [{ nominationId: null, award, tie }], method);
      return changeSession(tx, session);
    });
  }

  /** Records the order that the votes have made, if they have made one: a run-off that ties again stays a tie. */
  async settle(
    tx: Transaction,
    session: SessionRow,
    item: ItemRow,
    { tally, groups = [] }: ItemResult,
  ): Promise<void> {
    const open = await takePhaseById(tx.manager, session.phaseId);
    const pending = tieOf(await pendingTies(tx.manager, open), item);
    if (!pending || !item.tie)
      throw new DomainError('tie-not-found', {
        award: awardName(open.campaign, item.award),
        criteriaSet: '',
      });
    const { order } = settlement(groups, pending);
    if (order === null) return;
    const votes = item.tie.codes.map((code) => `${code}: ${tally[code] ?? 0}`).join(', ');
    const { number, startsAt } = session;
    const params = { number, day: dayText(startsAt), votes, abstain: tally[ABSTAIN] ?? 0 };
    await this.ties.resolveIn(tx, open, {
      criteriaSet: pending.criteriaSet,
      award: pending.award,
      order,
      reason: message('council.run-off.reason', params),
      by: message('council.run-off.by', { number }),
      date: dayInVietnam(startsAt),
    });
  }
}

/** The whole tie the first time, and after that the first group that the votes have left tied; null while one is on the agenda. */
async function nextRound(
  manager: EntityManager,
  session: SessionRow,
  tie: PendingTie,
): Promise<TieAtCut | null> {
  const { criteriaSet, codes, places } = tie;
  const last = await lastRunOff(manager, session.phaseId, tie);
  if (last?.state === 'waiting' || last?.state === 'open') return null;
  const groups = last?.result?.groups ?? [codes];
  const { undecided } = settlement(groups, tie);
  if (undecided === null) return { criteriaSet, groups: [codes], codes, places };
  return { criteriaSet, groups, codes: undecided, places };
}
