import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module';
import { NominationsModule } from '../nominations/nominations.module';
import { AmendmentsPagesController } from './amendments.pages.controller';
import { CampaignPagesController } from './campaign.pages.controller';
import { PlanPagesController } from './plan.pages.controller';
import { ResultsPagesController } from './results.pages.controller';
import { SettingsPagesController } from './settings.pages.controller';

/** The pages of campaigns stand above the campaigns: they show what other features know of them. */
@Module({
  imports: [CampaignsModule, NominationsModule],
  controllers: [
    CampaignPagesController,
    ResultsPagesController,
    PlanPagesController,
    SettingsPagesController,
    AmendmentsPagesController,
  ],
})
export class CampaignPagesModule {}
