import { Module } from '@nestjs/common';
import { JobsModule } from '../../../platform/jobs/jobs.module';
import { AwardsModule } from '../../awards/awards.module';
import { EvidenceModule } from '../../evidence/evidence.module';
import { DossiersModule } from '../dossiers.module';
import { ExportApiController } from './export.api.controller';
import { ExportEvents } from './export.events';
import { ExportKeeper } from './export.keeper';
import { ExportMaker } from './export.maker';
import { ExportMoments } from './export.moments';
import { ExportPagesController } from './export.pages.controller';
import { ExportService } from './export.service';
import { ExportWorker } from './export.worker';

@Module({
  imports: [AwardsModule, DossiersModule, EvidenceModule, JobsModule],
  controllers: [ExportApiController, ExportPagesController],
  providers: [ExportEvents, ExportService, ExportWorker, ExportMaker, ExportMoments, ExportKeeper],
})
export class ExportsModule {}
