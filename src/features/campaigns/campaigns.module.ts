import { Module } from '@nestjs/common';
import { AmendmentService } from './amendment.service';
import { CampaignApiController } from './campaign.api.controller';
import { CampaignService } from './campaign.service';
import { PhaseApiController } from './phase.api.controller';
import { PhaseService } from './phase.service';

@Module({
  controllers: [CampaignApiController, PhaseApiController],
  providers: [CampaignService, PhaseService, AmendmentService],
  exports: [CampaignService, PhaseService, AmendmentService],
})
export class CampaignsModule {}
