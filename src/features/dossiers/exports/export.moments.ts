import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../../domain/access';
import { evaluate } from '../../../domain/evaluation';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { type Evaluated, Evaluations } from '../../awards/evaluations';
import { type OpenPhase, openPhaseById } from '../../campaigns/phase.queries';
import { IncomingFiles } from '../../evidence/incoming-file';
import { roundOf } from '../../nominations/round.queries';
import type { EvidenceSource } from '../bundle/evidence-source';
import { storedEvidence } from '../bundle/stored-evidence';
import type { RoundData } from '../documents/round-data';
import { roundData } from '../round-data.queries';
import { SignedFiles } from '../signing/signed-files';
import { type SignedPapers, signedPapers } from '../signing/signed-papers';
import { type Held, note } from './export.store';

/** All that an export shows. Files are read when they are asked for, by their hashes. */
export interface ExportMoment {
  data: RoundData;
  evidence: EvidenceSource;
  signed: SignedPapers;
}

/**
 * Reads what an export shows as it stood at one moment. Round, papers, decisions, sessions, evidence and the links of the
 * audit chain are many statements, and a stamp names the state of a page: so they are read in a turn of writing, in which
 * nobody else writes.
 */
@Injectable()
export class ExportMoments {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Evaluations) private readonly evaluations: Evaluations,
    @Inject(IncomingFiles) private readonly incoming: IncomingFiles,
    @Inject(SignedFiles) private readonly signed: SignedFiles,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The phase now; its moment goes into the job's row. Undefined when the job is no longer the holder's own. */
  async of(job: Held): Promise<ExportMoment | undefined> {
    // What takes longest is made before the turn; mostly nothing has changed since.
    const { phase } = await openPhaseById(this.unitOfWork.reader, job.phaseId);
    const before = await this.evaluations.ofPhase(phase);
    return this.unitOfWork.run(SYSTEM, async ({ manager }) => {
      const open = await openPhaseById(manager, job.phaseId);
      const { inputVersion } = open.phase;
      const now = this.clock.now();
      if (!(await note(manager, job, now, { dataAt: now, inputVersion }))) return undefined;
      return this.read(manager, open, before.inputVersion === inputVersion ? before : undefined);
    });
  }

  private async read(manager: EntityManager, open: OpenPhase, known?: Evaluated): Promise<ExportMoment> {
    const data = await roundData(manager, open, known ?? (await evaluated(manager, open)));
    return {
      data,
      evidence: await storedEvidence(manager, this.incoming.folder, open.phase),
      signed: await signedPapers(manager, this.signed, open.phase.id, data),
    };
  }
}

async function evaluated(manager: EntityManager, open: OpenPhase): Promise<Evaluated> {
  const round = await roundOf(manager, open);
  const { campaign, phase } = open;
  return { campaign, round, inputVersion: phase.inputVersion, evaluation: evaluate(campaign, round) };
}
