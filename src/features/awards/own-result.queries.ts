import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { shownState } from '../../domain/nomination-state';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { PhaseRow } from '../campaigns/phase.entity';
import type { NominationRow } from '../nominations/nomination.entity';
import { DecisionRow } from './decision.entity';
import { type Evaluated, Evaluations } from './evaluations';
import { type KnownDecision, type OwnResultView, ownResultView } from './own-result.view';
import { ProposalRow } from './proposal.entity';

/** What a unit is told of its own nomination once the results are published. */
@Injectable()
export class OwnResults {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Evaluations) private readonly evaluations: Evaluations,
  ) {}

  /** Null before the publication. Whether the asker may see the nomination is asked before. */
  async of(phase: PhaseRow, row: NominationRow): Promise<OwnResultView | null> {
    const isKnown = ['notified', 'revoked'].includes(shownState(row));
    if (phase.publishedAt === null || !isKnown) return null;
    const { reader } = this.unitOfWork;
    return ownResultView(await this.evaluated(reader, phase), row, await knownDecisions(reader, row));
  }

  /** By the last proposal that leadership had before it; without one, by the phase as it is. */
  private async evaluated(reader: EntityManager, phase: PhaseRow): Promise<Evaluated> {
    const [proposal] = await reader.sql<Pick<ProposalRow, 'id' | 'inputVersion'>[]>`
      SELECT "id", "inputVersion" FROM "proposal"
      WHERE "phaseId" = ${phase.id} AND "createdAt" <= ${phase.concludedAt ?? ''}
      ORDER BY "number" DESC LIMIT 1`;
    return proposal ? this.evaluations.ofProposal(proposal) : this.evaluations.ofPhase(phase);
  }
}

/** What was confirmed, and ended, until the last time that the unit was told; what came later is not known yet. */
async function knownDecisions(
  reader: EntityManager,
  { id, stateSince }: NominationRow,
): Promise<KnownDecision[]> {
  const rows = await reader.find(DecisionRow, {
    where: { nominationId: id },
    order: { decidedAt: 'ASC', id: 'ASC' },
  });
  return rows
    .filter(({ confirmedAt }) => confirmedAt !== null && confirmedAt <= stateSince)
    .map(({ award, number, date, endedOn, endDocument, endReason, endedAt, status }) => ({
      award,
      number,
      date,
      endedOn,
      endDocument,
      endReason,
      status: endedAt !== null && endedAt > stateSince ? 'confirmed' : status,
    }));
}
