import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import { TRANSITIONS } from '../../../domain/nomination-state';
import { givenReason, requiredReason } from '../../../domain/reason';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { message } from '../../../platform/messages/message';
import { visibleNomination } from '../../nominations/nomination.scope';
import { WayService } from '../../nominations/way.service';
import { type BulkStep, MOST_AT_ONCE } from './bulk.steps';

/** What became of one nomination, or would have. */
export interface BulkOutcome {
  id: string;
  /** Null for one that is not there for the actor. */
  code: string | null;
  name: string | null;
  unitId: string | null;
  taken: boolean;
  /** Why not, as a sentence. */
  refusal: string | null;
}

interface BulkWish {
  phaseId: string;
  step: BulkStep;
  ids: readonly string[];
  reason?: string;
  /** Finds out what would happen, and writes nothing. */
  dryRun: boolean;
}

/** Not an error: takes back what a dry run has done so far. */
class TakenBack extends Error {}

@Injectable()
export class BulkService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WayService) private readonly way: WayService,
  ) {}

  /**
   * Takes one step with each of the nominations, in the order given. Every nomination is a unit of work of its own: what
   * can go goes, what cannot says why, and none is left half done. A dry run takes the very same step and takes it back, so
   * that it cannot say something else than what will happen. Throws `reason-missing`, `reason-too-long`, `nothing-chosen` or `too-many-chosen`.
   */
  async take(actor: Actor, wish: BulkWish): Promise<BulkOutcome[]> {
    const ids = [...new Set(wish.ids)];
    if (ids.length === 0) throw new DomainError('nothing-chosen');
    if (ids.length > MOST_AT_ONCE) throw new DomainError('too-many-chosen', { most: MOST_AT_ONCE });
    const { step, dryRun } = wish;
    const required = TRANSITIONS[step].reason === 'required';
    const given = required && !dryRun ? requiredReason(wish.reason) : givenReason(wish.reason);
    const reason = given || (required ? message('bulk.reason-to-come') : undefined);
    const outcomes: BulkOutcome[] = [];
    for (const id of ids) outcomes.push(await this.one(actor, id, { ...wish, reason }));
    return outcomes;
  }

  private async one(
    actor: Actor,
    id: string,
    { phaseId, step, reason, dryRun }: BulkWish,
  ): Promise<BulkOutcome> {
    const found = await this.found(actor, id, phaseId);
    if (typeof found === 'string')
      return { id, code: null, name: null, unitId: null, taken: false, refusal: found };
    const { code, name, unitId } = found;
    const refusal = await refusalOf(() =>
      this.unitOfWork.run(actor, async (tx) => {
        await this.way.takeIn(tx, actor, id, step, { reason });
        if (dryRun) throw new TakenBack();
      }),
    );
    return { id, code, name, unitId, taken: refusal === null, refusal };
  }

  /** A nomination of another phase is not there either. */
  private async found(actor: Actor, id: string, phaseId: string) {
    const { reader } = this.unitOfWork;
    const row = await visibleNomination(reader, actor, id).catch(asRefusal);
    if (typeof row === 'string' || row.phaseId === phaseId) return row;
    return sentence(new DomainError('nomination-not-found', { nomination: id }));
  }
}

/** Null when the work was done, or done and taken back. */
async function refusalOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
  } catch (error) {
    return error instanceof TakenBack ? null : asRefusal(error);
  }
  return null;
}

function asRefusal(error: unknown): string {
  if (!(error instanceof DomainError) || error.code === 'database-busy') throw error;
  return sentence(error);
}

function sentence({ code, params }: DomainError): string {
  return message(`error.${code}`, params);
}
