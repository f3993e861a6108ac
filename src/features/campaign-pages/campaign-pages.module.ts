import { Module } from '@nestjs/common';
import { ResultsPagesController } from './results.pages.controller';
import { CampaignPagesController } from './campaign.pages.controller';

/** The pages of campaigns stand above the campaigns: they show what other features know of them. */
@Module({ controllers: [CampaignPagesController, ResultsPagesController] })
export class CampaignPagesModule {}
