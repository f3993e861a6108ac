import { Module } from '@nestjs/common';
import { AwardsApiController } from './awards.api.controller';
import { ConclusionService } from './conclusion.service';
import { DecisionApiController } from './decision.api.controller';
import { DecisionEndService } from './decision-end.service';
import { DecisionService } from './decision.service';
import { Evaluations } from './evaluations';
import { ProposalApiController } from './proposal.api.controller';
import { ProposalService } from './proposal.service';
import { Succession } from './succession';

@Module({
  controllers: [AwardsApiController, DecisionApiController, ProposalApiController],
  providers: [
    ProposalService,
    DecisionService,
    DecisionEndService,
    ConclusionService,
    Evaluations,
    Succession,
  ],
  exports: [ProposalService, Evaluations],
})
export class AwardsModule {}
