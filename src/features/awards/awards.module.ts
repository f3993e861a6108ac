import { Module } from '@nestjs/common';
import { AwardsApiController } from './awards.api.controller';
import { DecisionService } from './decision.service';
import { ProposalApiController } from './proposal.api.controller';
import { ProposalService } from './proposal.service';

@Module({
  controllers: [AwardsApiController, ProposalApiController],
  providers: [ProposalService, DecisionService],
  exports: [ProposalService],
})
export class AwardsModule {}
