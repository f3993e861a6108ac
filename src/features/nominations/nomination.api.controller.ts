import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { IfMatch } from '../../platform/http/etag';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { openPhaseById } from '../campaigns/phase.queries';
import { NominationDocument } from './nomination.dto';
import { nominationRows } from './nomination.queries';
import { visibleNomination } from './nomination.scope';
import { NominationService } from './nomination.service';
import { nominationView, savedView } from './nomination.view';

@ApiTags('nominations')
@Controller('api/v1/nominations/:id')
export class NominationApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NominationService) private readonly nominations: NominationService,
  ) {}

  @Get()
  @Requires('nomination.read')
  @ApiOperation({ summary: 'Một đề nghị; “nomination” sửa được rồi gửi lại bằng PUT' })
  async one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const { reader } = this.unitOfWork;
    await visibleNomination(reader, actor, id);
    const rows = await nominationRows(reader, id);
    const { campaign, phase } = await openPhaseById(reader, rows.nomination.phaseId);
    return nominationView(campaign, phase.code, rows, actor);
  }

  @Put()
  @Requires('nomination.write')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiBody({ type: NominationDocument })
  @ApiOperation({ summary: 'Sửa một đề nghị; mục nào không gửi thì giữ nguyên, gửi null thì bỏ mục đó' })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() seen: number,
    @Body() plain: object,
  ) {
    return savedView(await this.nominations.edit(actor, id, { seen, plain }));
  }
}
