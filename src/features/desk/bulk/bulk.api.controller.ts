import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { phaseIdOf } from '../../campaigns/phase.queries';
import { BulkBody } from './bulk.dto';
import { BulkService } from './bulk.service';

@ApiTags('nominations')
@Controller('api/v1/campaigns/:code/phases/:phase')
export class BulkApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BulkService) private readonly bulk: BulkService,
  ) {}

  @Post('steps')
  @HttpCode(200)
  @Requires('nomination.accept')
  @ApiOperation({ summary: 'Làm một bước cho nhiều đề nghị; mỗi đề nghị được hay không đều có trả lời' })
  async take(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() { step, nominations: ids, reason, dryRun = false }: BulkBody,
  ) {
    const phaseId = await phaseIdOf(this.unitOfWork.reader, code, phase);
    const outcomes = await this.bulk.take(actor, { phaseId, step, ids, reason, dryRun });
    const items = outcomes.map(({ id, code: own, taken, refusal }) => ({ id, code: own, taken, refusal }));
    return { step, dryRun, taken: outcomes.filter(({ taken }) => taken).length, items };
  }
}
