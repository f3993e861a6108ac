import { Body, Controller, Inject, Param, Put } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { IfMatch } from '../../platform/http/etag';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { PhaseEdit } from '../campaigns/phase.dto';
import { setPhaseView } from '../campaigns/phase.view';
import { PhaseEditService } from './phase-edit.service';

@ApiTags('campaigns')
@Controller('api/v1/campaigns/:code/phases/:phase')
export class PhaseEditApiController {
  constructor(@Inject(PhaseEditService) private readonly phases: PhaseEditService) {}

  @Put()
  @Requires('campaign.write')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Sửa ngày quyết định và số liệu Hội đồng' })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @IfMatch() seen: number,
    @Body() settings: PhaseEdit,
  ) {
    return setPhaseView(await this.phases.edit(actor, code, phase, { seen, ...settings }));
  }
}
