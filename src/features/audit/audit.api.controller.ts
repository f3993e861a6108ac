import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { AuditQuery } from './audit.dto';
import type { AuditEventEntity } from './audit-event.entity';
import { listEvents } from './audit.queries';
import { type AuditVerdict, verifyAuditChain } from './audit.verify';

@ApiTags('audit')
@Controller('api/v1/audit')
@Requires('audit.read')
export class AuditApiController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Newest first. */
  @Get('events')
  async events(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<Page<AuditEventEntity>> {
    return Page.of(await listEvents(this.unitOfWork.reader, actor, query, Page.range(query)), query);
  }

  /** Walks the whole chain. */
  @Get('verification')
  verification(): Promise<AuditVerdict> {
    return verifyAuditChain(this.unitOfWork.reader);
  }
}
