import { Module } from '@nestjs/common';
import { EvidenceApiController } from './evidence.api.controller';
import { EvidenceService } from './evidence.service';

@Module({ controllers: [EvidenceApiController], providers: [EvidenceService] })
export class EvidenceModule {}
