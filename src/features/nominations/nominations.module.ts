import { Module, type OnModuleInit } from '@nestjs/common';
import { faultsOfTransitions } from '../../domain/nomination-state';
import { CampaignsModule } from '../campaigns/campaigns.module';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { UnitsModule } from '../units/units.module';
import { ImportService } from './import.service';
import { KeptFiles } from './kept-files';
import { NominationApiController } from './nomination.api.controller';
import { NominationService } from './nomination.service';
import { PhaseEditApiController } from './phase-edit.api.controller';
import { PhaseEditService } from './phase-edit.service';
import { PhaseNominationsApiController } from './phase-nominations.api.controller';
import { WayApiController } from './way.api.controller';
import { WayService } from './way.service';

@Module({
  imports: [CampaignsModule, UnitsModule, DeadlinesModule],
  controllers: [
    PhaseNominationsApiController,
    PhaseEditApiController,
    NominationApiController,
    WayApiController,
  ],
  providers: [KeptFiles, NominationService, ImportService, PhaseEditService, WayService],
  exports: [KeptFiles, NominationService, ImportService, WayService, PhaseEditService],
})
export class NominationsModule implements OnModuleInit {
  /** A table of steps with a dead end would strand somebody's case: the service does not start on it. */
  onModuleInit(): void {
    const faults = faultsOfTransitions();
    if (faults.length > 0) throw new Error(`the table of steps: ${faults.join('; ')}`);
  }
}
