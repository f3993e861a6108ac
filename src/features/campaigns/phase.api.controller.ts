import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { IfMatch } from '../../platform/http/etag';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { AmendmentService } from './amendment.service';
import { PhaseEdit, PhaseOpening, QuotaAmendment } from './phase.dto';
import { openPhase } from './phase.queries';
import { PhaseService } from './phase.service';
import { openPhaseView } from './phase.view';
import { listAmendments, quotaStanding } from './quota.queries';

@ApiTags('campaigns')
@Controller('campaigns/:code/phases/:phase')
export class PhaseApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PhaseService) private readonly phases: PhaseService,
    @Inject(AmendmentService) private readonly amendments: AmendmentService,
  ) {}

  @Get()
  @Requires('campaign.read')
  @ApiOperation({ summary: 'Thiết lập của giai đoạn đã mở và tình hình chỉ tiêu' })
  async one(@Param('code') code: string, @Param('phase') phase: string) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, code, phase);
    return openPhaseView(open, await quotaStanding(reader, open.phase.id));
  }

  @Put()
  @Requires('campaign.write')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Sửa ngày quyết định và số liệu Hội đồng' })
  edit(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @IfMatch() seen: number,
    @Body() settings: PhaseEdit,
  ) {
    return this.phases.edit(actor, code, phase, { seen, ...settings });
  }

  @Post('opening')
  @Requires('campaign.write')
  @ApiOperation({ summary: 'Mở giai đoạn: lập đủ các suất theo chỉ tiêu' })
  open(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() settings: PhaseOpening,
  ) {
    return this.phases.open(actor, code, phase, settings);
  }

  @Get('amendments')
  @Requires('campaign.read')
  @ApiOperation({ summary: 'Các lần điều chỉnh chỉ tiêu' })
  async amended(@Param('code') code: string, @Param('phase') phase: string) {
    const { reader } = this.unitOfWork;
    return { items: await listAmendments(reader, (await openPhase(reader, code, phase)).phase.id) };
  }

  @Post('amendments')
  @Requires('campaign.write')
  @ApiOperation({ summary: 'Điều chỉnh số suất của một hình thức khen thưởng, có lý do' })
  amend(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() amendment: QuotaAmendment,
  ) {
    return this.amendments.amend(actor, code, phase, amendment);
  }
}
