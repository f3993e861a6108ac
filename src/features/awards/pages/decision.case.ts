import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { auditHead } from '../../audit/audit.queries';
import { decisionLine } from '../decision.queries';
import { Evaluations } from '../evaluations';
import { proposalById } from '../proposal.queries';
import { eventsOf, nextOf } from '../succession';
import type { DecisionCase } from './decision-page.view';
import { leaderPhase } from './leader-phase';

/** Puts together what the pages of one decision speak of. */
@Injectable()
export class DecisionCases {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Evaluations) private readonly evaluations: Evaluations,
  ) {}

  /** Throws `decision-not-found`, and as `openPhase` does. */
  async of(code: string, phaseCode: string, id: string): Promise<DecisionCase> {
    const { reader } = this.unitOfWork;
    const phase = await leaderPhase(reader, code, phaseCode);
    const line = await decisionLine(reader, phase.phase.id, id);
    const evaluated = await this.evaluations.ofProposal(await proposalById(reader, line.proposalId));
    const next = nextOf(evaluated, await eventsOf(reader, phase.phase.id), line);
    return { phase, line, evaluated, next, chainHead: await auditHead(reader) };
  }
}
