import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { hasVote, isValidVote, takesPart, withVote } from '../../domain/council';
import { DomainError, InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { BoxRow } from './box.entity';
import { type Asked, askedOf, questionOf, visibleAsked } from './item.queries';
import { OpinionRow } from './opinion.entity';
import { itemsIn } from './poll.items';
import { RollRow } from './roll.entity';
import type { SessionRow } from './session.entity';
import { fault } from './session.plan';
import { type Seated, seatedIn } from './session.queries';
import { sessionIn } from './session.service';

/** The marks that somebody has made on the paper of one question. */
export interface Vote {
  item: string;
  marks: readonly string[];
}

/** A member’s paper, entered by the secretary. */
interface WrittenOpinion {
  seat: string;
  votes: readonly Vote[];
  document?: string;
}

/**
 * Takes votes in. Of a secret one the roll keeps that somebody has voted and the box counts what was said; nothing else is
 * written, and nothing of it can be told from an answer, a version, a time or an audit event.
 */
@Injectable()
export class VotingService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * One’s own votes, all or none; a vote once cast stays. Throws `session-not-found`, `session-not-open`, `item-not-found`,
   * `seat-without-vote`, `seat-not-present`, or InputRefused (`vote-refused`) with what is wrong at each question.
   */
  cast(actor: Actor, id: string, votes: readonly Vote[]): Promise<{ cast: number }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await sessionIn(tx, actor, id, 'open');
      const seats = await seatedIn(tx.manager, id);
      const seat = seats.find(({ personId }) => personId === actor.id);
      requirePart(seat);
      const papers = await papersOf(tx, actor, session, { seats, votes });
      const findings = papers.flatMap(({ asked, marks }) => [
        ...(asked.item.method === 'written' ? [at(asked, 'vote-in-writing')] : []),
        ...faultsOf(asked, seat, marks),
      ]);
      if (findings.length > 0) throw new InputRefused(findings, 'vote-refused');
      for (const { asked, marks } of papers) await takeIn(tx, asked, seat, { marks, document: null });
      const items = papers.map(({ asked }) => asked.item.id);
      await tx.audit.record({ action: 'ballot.cast', subject: { type: 'session', id }, after: { items } });
      return { cast: papers.length };
    });
  }

  /**
   * The written opinion of a member, with its document. Not for a secret vote: whoever enters it would know. Throws as `cast`
   * does, `seat-not-found` and `document-missing`.
   */
  enter(
    actor: Actor,
    id: string,
    { seat: seatId, votes, document = '' }: WrittenOpinion,
  ): Promise<{ cast: number }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await sessionIn(tx, actor, id, 'open');
      const seats = await seatedIn(tx.manager, id);
      const seat = seats.find((each) => each.id === seatId);
      if (!seat) throw new DomainError('seat-not-found', { seat: seatId });
      requirePart(seat);
      if (document.trim() === '') throw new DomainError('document-missing');
      const papers = await papersOf(tx, actor, session, { seats, votes });
      const findings = papers.flatMap(({ asked, marks }) => [
        ...faultsOfEntering(asked, seat),
        ...faultsOf(asked, seat, marks),
      ]);
      if (findings.length > 0) throw new InputRefused(findings, 'vote-refused');
      const paper = document.trim();
      for (const { asked, marks } of papers) await takeIn(tx, asked, seat, { marks, document: paper });
      await tx.audit.record({
        action: 'ballot.enter',
        subject: { type: 'session', id },
        after: { member: seat.name, document: paper, items: papers.map(({ asked }) => asked.item.id) },
      });
      return { cast: papers.length };
    });
  }
}

interface Paper {
  asked: Asked;
  marks: readonly string[];
}

async function papersOf(
  { manager }: Transaction,
  actor: Actor,
  session: SessionRow,
  { seats, votes }: { seats: readonly Seated[]; votes: readonly Vote[] },
): Promise<Paper[]> {
  const ids = votes.map(({ item }) => item);
  const asked = await askedOf(manager, [session], await itemsIn(manager, session.id, ids), seats);
  const seen = visibleAsked(actor, asked);
  const hidden = asked.find((each) => !seen.includes(each));
  if (hidden) throw new DomainError('item-not-found', { item: hidden.item.id });
  const marksOn = new Map(votes.map(({ item, marks }) => [item, marks]));
  return asked.map((each) => ({ asked: each, marks: marksOn.get(each.item.id) ?? [] }));
}

function requirePart(seat: Seated | undefined): asserts seat is Seated {
  if (!seat || !hasVote(seat)) throw new DomainError('seat-without-vote');
  if (!takesPart(seat)) throw new DomainError('seat-not-present', { name: seat.name });
}

function faultsOf(asked: Asked, seat: Seated, marks: readonly string[]): Finding[] {
  const { item, recused, voted } = asked;
  if (item.state !== 'open') return [at(asked, 'ballot-not-opened')];
  if (recused.has(seat.id)) return [at(asked, 'vote-recused', { name: seat.name })];
  if (voted.has(seat.id)) return [at(asked, 'voted-already', { name: seat.name })];
  const question = questionOf(item);
  return isValidVote(question, marks) ? [] : [at(asked, 'vote-invalid', { most: question.most })];
}

function faultsOfEntering(asked: Asked, seat: Seated): Finding[] {
  const { method } = asked.item;
  if (method === 'secret') return [at(asked, 'vote-secret')];
  return method === 'open' && seat.attendance !== 'written'
    ? [at(asked, 'vote-by-oneself', { name: seat.name })]
    : [];
}

function at({ item }: Asked, code: string, params: Finding['params'] = {}): Finding {
  return fault(code, ['votes', item.id], { number: item.ordinal, ...params });
}

/** The roll first: its key refuses whoever has voted. */
async function takeIn(
  { manager }: Transaction,
  { item }: Asked,
  { id: seatId }: Seated,
  { marks, document }: { marks: readonly string[]; document: string | null },
): Promise<void> {
  await manager.insert(RollRow, { itemId: item.id, seatId });
  if (item.method !== 'secret') {
    await manager.insert(OpinionRow, { itemId: item.id, seatId, marks: [...marks], document });
    return;
  }
  const box = await manager.findOneByOrFail(BoxRow, { itemId: item.id });
  await manager.update(BoxRow, { itemId: item.id }, { counts: withVote(box.counts, marks) });
}
