import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module';
import { DeadlineApiController } from './deadline.api.controller';
import { DeadlinePagesController } from './deadline.pages.controller';
import { DeadlineService } from './deadline.service';
import { DeadlineOverrideService } from './override.service';

@Module({
  imports: [CampaignsModule],
  controllers: [DeadlineApiController, DeadlinePagesController],
  providers: [DeadlineService, DeadlineOverrideService],
  exports: [DeadlineService, DeadlineOverrideService],
})
export class DeadlinesModule {}
