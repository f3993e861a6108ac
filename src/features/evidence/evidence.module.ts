import { Module } from '@nestjs/common';
import { NominationsModule } from '../nominations/nominations.module';
import { EvidenceApiController } from './evidence.api.controller';
import { EvidenceFileApiController } from './evidence-file.api.controller';
import { EvidenceFileService } from './evidence-file.service';
import { EvidencePagesController } from './evidence.pages.controller';
import { EvidenceService } from './evidence.service';
import { FileKeeper } from './file-keeper';
import { IncomingFiles } from './incoming-file';
import { VirusScanner } from './virus-scanner';

@Module({
  imports: [NominationsModule],
  controllers: [EvidenceApiController, EvidenceFileApiController, EvidencePagesController],
  providers: [EvidenceService, EvidenceFileService, FileKeeper, IncomingFiles, VirusScanner],
  exports: [EvidenceService, EvidenceFileService, IncomingFiles, VirusScanner],
})
export class EvidenceModule {}
