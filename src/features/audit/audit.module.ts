import { Module } from '@nestjs/common';
import { AuditApiController } from './audit.api.controller';

@Module({ controllers: [AuditApiController] })
export class AuditModule {}
