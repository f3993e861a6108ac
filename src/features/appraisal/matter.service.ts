import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { MatterRow } from '../nominations/matter.entity';
import { countChange, takeNomination } from '../nominations/nomination.desk';
import { acceptedNomination, bareNomination } from '../nominations/nomination.document';
import { mattersOf } from '../nominations/nomination.rows';
import { settleHold } from '../nominations/way.service';

/** Disciplines, investigations, complaints and press allegations about a nominee (NĐ 152/2025 Điều 4.4). */
@Injectable()
export class MatterService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws InputRefused, `nomination-not-found` or `nomination-closed`. */
  add(actor: Actor, nominationId: string, plain: object): Promise<MatterRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { manager, audit } = tx;
      const { row, open } = await takeNomination(manager, actor, 'matter.write', nominationId);
      const document = { ...bareNomination(row), matters: [{ ...plain }] };
      const { nomination } = acceptedNomination(open, document, { within: ['matters', 0] });
      const last = (await manager.maximum(MatterRow, 'ordinal', { nominationId })) ?? 0;
      const [matter] = mattersOf(nominationId, nomination, last);
      if (!matter) throw new DomainError('unexpected');
      await manager.insert(MatterRow, matter);
      const at = this.clock.now();
      const version = await countChange(manager, row, at);
      const subject = { type: 'nomination', id: nominationId };
      await audit.record({ action: 'matter.add', subject, after: nomination.matters[0] });
      await settleHold(tx, { ...row, version }, open, { actor, at });
      return matter;
    });
  }

  /**
   * Says how a matter has ended, or what else is known of it by now: what is given replaces what was there, and
   * null takes it out. Throws InputRefused, `matter-not-found`, `nomination-not-found` or `nomination-closed`.
   */
  settle(actor: Actor, nominationId: string, id: string, change: object): Promise<MatterRow> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { manager, audit } = tx;
      const { row, open } = await takeNomination(manager, actor, 'matter.write', nominationId);
      const before = await matterById(manager, nominationId, id);
      const document = { ...bareNomination(row), matters: [changedDocument(before, change)] };
      const { nomination } = acceptedNomination(open, document, { within: ['matters', 0] });
      const [read] = mattersOf(nominationId, nomination);
      if (!read) throw new DomainError('unexpected');
      const after = { ...read, id, ordinal: before.ordinal };
      await manager.update(MatterRow, { id }, after);
      const at = this.clock.now();
      const version = await countChange(manager, row, at);
      const subject = { type: 'nomination', id: nominationId };
      await audit.record({
        action: 'matter.settle',
        subject,
        before: documentOf(before),
        after: nomination.matters[0],
      });
      await settleHold(tx, { ...row, version }, open, { actor, at });
      return after;
    });
  }

  /** Throws `matter-not-found`, `nomination-not-found` or `nomination-closed`. */
  remove(actor: Actor, nominationId: string, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { manager, audit } = tx;
      const { row, open } = await takeNomination(manager, actor, 'matter.write', nominationId);
      const matter = await matterById(manager, nominationId, id);
      await manager.delete(MatterRow, { id });
      const at = this.clock.now();
      const version = await countChange(manager, row, at);
      const { kind, status, from, to, document } = matter;
      await audit.record({
        action: 'matter.remove',
        subject: { type: 'nomination', id: nominationId },
        before: { kind, status, from, to, document },
      });
      await settleHold(tx, { ...row, version }, open, { actor, at });
    });
  }
}

async function matterById(manager: EntityManager, nominationId: string, id: string): Promise<MatterRow> {
  const matter = await manager.findOneBy(MatterRow, { id, nominationId });
  if (!matter) throw new DomainError('matter-not-found', { matter: id });
  return matter;
}

/** DTO objects carry their absent fields as undefined; null takes a field out. */
function changedDocument(before: MatterRow, change: object): object {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const changed = { ...documentOf(before), ...Object.fromEntries(given) };
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null));
}

/** As it would stand in a nominations document: an empty column is an absent field. */
function documentOf({ kind, status, from, to, document }: MatterRow): Record<string, string> {
  const given = { kind, status, from, to, document };
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
