import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page, PageQuery } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { AmendmentService } from './amendment.service';
import { PhaseOpening, QuotaAmendment } from './phase.dto';
import { openPhase } from './phase.queries';
import { PhaseService } from './phase.service';
import { openPhaseView, setPhaseView } from './phase.view';
import { listAmendments, quotaStanding } from './quota.queries';

@ApiTags('campaigns')
@Controller('api/v1/campaigns/:code/phases/:phase')
export class PhaseApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PhaseService) private readonly phases: PhaseService,
    @Inject(AmendmentService) private readonly amendments: AmendmentService,
  ) {}

  @Get()
  @Requires('campaign.read')
  @ApiOperation({
    summary:
      'Thiết lập của giai đoạn đã mở và tình hình chỉ tiêu; “max” là null khi kế hoạch không nêu số suất',
  })
  async one(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('phase') phase: string) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, code, phase);
    return openPhaseView(open, await quotaStanding(reader, open), actor);
  }

  @Post('opening')
  @Requires('campaign.write')
  @ApiOperation({ summary: 'Mở giai đoạn: lập đủ các suất theo chỉ tiêu' })
  async open(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() settings: PhaseOpening,
  ) {
    return setPhaseView(await this.phases.open(actor, code, phase, settings));
  }

  @Get('amendments')
  @Requires('campaign.read')
  @ApiOperation({ summary: 'Các lần điều chỉnh chỉ tiêu; “from” là null khi trước đó chưa nêu số suất' })
  async amended(@Param('code') code: string, @Param('phase') phase: string, @Query() query: PageQuery) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, code, phase);
    const found = await listAmendments(reader, open.phase, Page.range(query));
    return Page.of(found, query);
  }

  @Post('amendments')
  @Requires('campaign.write')
  @ApiOperation({
    summary: 'Điều chỉnh số suất của một hình thức khen thưởng, có lý do; “from” là số suất đang thấy',
  })
  amend(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() amendment: QuotaAmendment,
  ) {
    return this.amendments.amend(actor, code, phase, amendment);
  }
}
