import { Inject, Injectable } from '@nestjs/common';
import { type Evaluation, evaluate } from '../../domain/evaluation';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { type PhaseMoment, openPhaseById } from '../campaigns/phase.queries';
import { type Snapshot, phaseAtOneMoment } from '../nominations/round.snapshot';
import type { ProposalRow } from './proposal.entity';
import { frozenInputsOf } from './proposal.queries';

/** A phase as it stood at one moment, and what the rules say of it. Shared by its readers: nobody changes it. */
export interface Evaluated extends Snapshot {
  evaluation: Evaluation;
}

/** A phase of ten thousand nominations takes some forty megabytes. */
const MOST = 4;

/**
 * To read and evaluate a large phase takes a tenth of a second; it says the same until something is sent in. So the last few
 * are kept, by phase and `inputVersion`, which counts every change of what an evaluation is made from. The rules themselves
 * do not change while the program runs.
 */
@Injectable()
export class Evaluations {
  private readonly kept = new Map<string, Promise<Evaluated>>();

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** The phase as it is now, or as it has become in the meantime. */
  async ofPhase({ id, inputVersion }: PhaseMoment): Promise<Evaluated> {
    return this.keep(`${id} ${inputVersion}`, async () => {
      const snapshot = await phaseAtOneMoment(this.unitOfWork, (reader) => openPhaseById(reader, id));
      return { ...snapshot, evaluation: evaluate(snapshot.campaign, snapshot.round) };
    });
  }

  /** The frozen inputs of a proposal, by the rules of today. */
  async ofProposal({ id, inputVersion }: Pick<ProposalRow, 'id' | 'inputVersion'>): Promise<Evaluated> {
    return this.keep(`proposal ${id}`, async () => {
      const { campaign, round } = await frozenInputsOf(this.unitOfWork.reader, id);
      return { campaign, round, inputVersion, evaluation: evaluate(campaign, round) };
    });
  }

  /** Those who ask at the same time wait for the same work; what fails is not kept. The one unused longest goes first. */
  private async keep(key: string, make: () => Promise<Evaluated>): Promise<Evaluated> {
    const found = this.kept.get(key) ?? make();
    this.kept.delete(key);
    this.kept.set(key, found);
    for (const oldest of [...this.kept.keys()].slice(0, -MOST)) this.kept.delete(oldest);
    try {
      return await found;
    } catch (error) {
      if (this.kept.get(key) === found) this.kept.delete(key);
      throw error;
    }
  }
}
