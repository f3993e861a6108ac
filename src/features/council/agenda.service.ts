import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In, Not } from 'typeorm';
import type { Actor } from '../../domain/access';
import type { Award, Campaign } from '../../domain/campaign';
import type { BallotMethod } from '../../domain/council';
import { DomainError, InputRefused } from '../../domain/domain-error';
import { shownState } from '../../domain/nomination-state';
import { samePool } from '../../domain/same-pool';
import { newId } from '../../platform/database/new-id';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { openPhaseById } from '../campaigns/phase.queries';
import { requireRight } from '../nominations/nomination.desk';
import type { NominationRow } from '../nominations/nomination.entity';
import { visibleNomination } from '../nominations/nomination.scope';
import { WayService } from '../nominations/way.service';
import { ItemRow } from './item.entity';
import { RecusalService } from './recusal.service';
import { fault } from './session.plan';
import type { SessionRow } from './session.entity';
import { changeSession, sessionIn } from './session.service';

/** Nominations to be put to the vote, each for those of the awards that its pool has a quota for. */
interface NewQuestions {
  nominations: readonly string[];
  awards: readonly string[];
  method: BallotMethod;
}

/** What a session has to vote on. */
@Injectable()
export class AgendaService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WayService) private readonly way: WayService,
    @Inject(RecusalService) private readonly recusals: RecusalService,
  ) {}

  /**
   * Puts nominations on the agenda, refers those to the council that are appraised, and leaves out what is on it already.
   * Gives the number of questions added. Throws `session-not-found`, `session-closed`, `nomination-not-found`,
   * `award-not-found`, `agenda-empty` where nothing was chosen, or InputRefused (`agenda-refused`) with all that cannot be voted on.
   */
  add(actor: Actor, id: string, wanted: NewQuestions): Promise<{ added: number; version: number }> {
    if (wanted.nominations.length === 0 || wanted.awards.length === 0) throw new DomainError('agenda-empty');
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await sessionIn(tx, actor, id, 'planned', 'open');
      const { campaign } = await openPhaseById(tx.manager, session.phaseId);
      const awards = wanted.awards.map((code) => awardOf(campaign, code));
      const rows = await this.referred(tx, actor, session, wanted.nominations);
      const questions = rows.flatMap((row) =>
        awards.filter(hasLineFor(row)).map(({ code }) => [row.id, code] as const),
      );
      const fresh = await withoutKnown(tx.manager, session, questions);
      await insertItems(
        tx,
        session,
        fresh.map(([nominationId, award]) => ({ nominationId, award, tie: null })),
        wanted.method,
      );
      await this.recusals.mark(tx, actor, session, rows);
      const { version } = await changeSession(tx, session);
      return { added: fresh.length, version };
    });
  }

  /** Takes a question off the agenda that nobody has been asked yet. Throws `item-not-found` or `ballot-closed`. */
  remove(actor: Actor, id: string, itemId: string): Promise<SessionRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await sessionIn(tx, actor, id, 'planned', 'open');
      const item = await tx.manager.findOneBy(ItemRow, { id: itemId, sessionId: id });
      if (!item) throw new DomainError('item-not-found', { item: itemId });
      if (item.state !== 'waiting') throw new DomainError('ballot-closed');
      await tx.manager.delete(ItemRow, { id: itemId });
      const { nominationId, award, tie, method } = item;
      const before = { nominationId, award, tie, method };
      await tx.audit.record({ action: 'agenda.remove', subject: { type: 'session', id }, before });
      return changeSession(tx, session);
    });
  }

  private async referred(
    tx: Transaction,
    actor: Actor,
    { phaseId }: SessionRow,
    ids: readonly string[],
  ): Promise<NominationRow[]> {
    const rows: NominationRow[] = [];
    const findings = [];
    for (const [index, id] of [...new Set(ids)].entries()) {
      const row = await visibleNomination(tx.manager, actor, id);
      if (row.phaseId !== phaseId)
        findings.push(fault('another-phase-nomination', ['nominations', index], { code: row.code }));
      else if (row.state === 'appraised') rows.push(await this.way.takeIn(tx, actor, id, 'refer', {}));
      else if (shownState(row) === 'before-council') rows.push(row);
      else findings.push(fault('not-for-council', ['nominations', index], { code: row.code }));
    }
    if (findings.length > 0) throw new InputRefused(findings, 'agenda-refused');
    for (const row of rows) requireRight(actor, 'ballot.count', row);
    return rows;
  }
}

/** Adds questions after those that the session has, in the order given. */
export async function insertItems(
  { manager, audit }: Transaction,
  { id: sessionId }: SessionRow,
  questions: readonly Pick<ItemRow, 'nominationId' | 'award' | 'tie'>[],
  method: BallotMethod,
): Promise<ItemRow[]> {
  const last = (await manager.maximum(ItemRow, 'ordinal', { sessionId })) ?? 0;
  const rows = questions.map((question, index): ItemRow => ({
    id: newId(),
    sessionId,
    ordinal: last + index + 1,
    ...question,
    method,
    state: 'waiting',
    reason: null,
    result: null,
  }));
  if (rows.length === 0) return rows;
  await manager.insert(ItemRow, rows);
  const after = {
    method,
    questions: questions.map(({ nominationId, award, tie }) => ({ nominationId, award, tie })),
  };
  await audit.record({ action: 'agenda.add', subject: { type: 'session', id: sessionId }, after });
  return rows;
}

function awardOf({ awards }: Campaign, code: string): Award {
  const award = awards.find((each) => each.code === code);
  if (!award) throw new DomainError('award-not-found', { award: code });
  return award;
}

function hasLineFor({ subject, audience }: NominationRow): (award: Award) => boolean {
  const pool = { subject, ...(audience !== null && { audience }) };
  return ({ quota }) => quota.some((line) => samePool(line, pool));
}

async function withoutKnown(
  manager: EntityManager,
  { id: sessionId }: SessionRow,
  questions: readonly (readonly [nominationId: string, award: string])[],
): Promise<(readonly [string, string])[]> {
  const nominationId = In(questions.map(([id]) => id));
  const known = await manager.findBy(ItemRow, { sessionId, nominationId, state: Not('annulled' as const) });
  const keys = new Set(known.map((item) => `${item.nominationId} ${item.award}`));
  return questions.filter(([id, award]) => !keys.has(`${id} ${award}`));
}
