import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module';
import { UnitsModule } from '../units/units.module';
import { ImportService } from './import.service';
import { NominationApiController } from './nomination.api.controller';
import { NominationService } from './nomination.service';
import { PhaseEditApiController } from './phase-edit.api.controller';
import { PhaseEditService } from './phase-edit.service';
import { PhaseNominationsApiController } from './phase-nominations.api.controller';

@Module({
  imports: [CampaignsModule, UnitsModule],
  controllers: [PhaseNominationsApiController, PhaseEditApiController, NominationApiController],
  providers: [NominationService, ImportService, PhaseEditService],
  exports: [NominationService, ImportService],
})
export class NominationsModule {}
