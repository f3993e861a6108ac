import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { canonicalJson } from '../../domain/canonical';
import { type Evaluation, evaluate } from '../../domain/evaluation';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { sha256Hex } from '../../platform/hash';
import { ENGINE } from '../../platform/version';
import { openPhase } from '../campaigns/phase.queries';
import { roundOf } from '../nominations/round.queries';
import { ProposalRow } from './proposal.entity';
import { frozenInputs, resultJson } from './result.view';

@Injectable()
export class ProposalService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Runs the rules on the phase as it stands and freezes inputs and result (law 3). Throws `phase-not-open`. */
  propose(actor: Actor, campaignCode: string, phaseCode: string): Promise<ProposalRow> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const open = await openPhase(manager, campaignCode, phaseCode);
      const round = await roundOf(manager, open);
      const inputs = frozenInputs(open.campaign, round);
      const evaluation = evaluate(open.campaign, round);
      const result = resultJson(open.campaign, round, evaluation, ENGINE, inputs);
      const phaseId = open.phase.id;
      const row: ProposalRow = {
        id: newId(),
        phaseId,
        number: ((await manager.maximum(ProposalRow, 'number', { phaseId })) ?? 0) + 1,
        engine: ENGINE,
        campaignInput: inputs.campaign,
        roundInput: inputs.nominations,
        campaignSha256: sha256Hex(inputs.campaign),
        roundSha256: sha256Hex(inputs.nominations),
        result,
        outcomes: outcomesJson(evaluation),
        inputVersion: open.phase.inputVersion,
        createdBy: actor.name,
        createdAt: this.clock.now(),
      };
      await manager.insert(ProposalRow, row);
      const { number, engine, campaignSha256, roundSha256 } = row;
      await audit.record({
        action: 'award.propose',
        subject: { type: 'proposal', id: row.id },
        after: { number, engine, campaignSha256, roundSha256, resultSha256: sha256Hex(result) },
      });
      return row;
    });
  }
}

function outcomesJson({ nominations }: Evaluation): string {
  return canonicalJson(Object.fromEntries([...nominations].map(([code, { outcomes }]) => [code, outcomes])));
}
