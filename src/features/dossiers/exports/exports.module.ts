import { Module } from '@nestjs/common';
import { JobsModule } from '../../../platform/jobs/jobs.module';
import { DossiersModule } from '../dossiers.module';
import { ExportKeeper } from './export.keeper';
import { ExportMaker } from './export.maker';
import { ExportService } from './export.service';
import { ExportWorker } from './export.worker';

@Module({
  imports: [DossiersModule, JobsModule],
  controllers: [],
  providers: [ExportService, ExportWorker, ExportMaker, ExportKeeper],
})
export class ExportsModule {}
