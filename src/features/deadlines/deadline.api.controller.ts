import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { IfMatch } from '../../platform/http/etag';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { phaseIdOf } from '../campaigns/phase.queries';
import { DeadlineBody, UnitAllowanceBody } from './deadline.dto';
import { deadlinesOf } from './deadline.queries';
import { DeadlineService } from './deadline.service';
import { deadlineListView, deadlineView, overrideView } from './deadline.view';
import { DeadlineOverrideService } from './override.service';

@ApiTags('campaigns')
@Controller('api/v1/campaigns/:code/phases/:phase/deadlines')
export class DeadlineApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DeadlineService) private readonly deadlines: DeadlineService,
    @Inject(DeadlineOverrideService) private readonly overrides: DeadlineOverrideService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('campaign.read')
  @ApiOperation({ summary: 'Các thời hạn đã đặt của giai đoạn' })
  async list(@Param('code') code: string, @Param('phase') phase: string) {
    const { reader } = this.unitOfWork;
    const deadlines = await deadlinesOf(reader, await phaseIdOf(reader, code, phase));
    return { items: deadlineListView(deadlines, this.clock.now()) };
  }

  @Put(':kind')
  @Requires('campaign.write')
  @ApiHeader({ name: 'If-Match', required: true, description: '"v0" khi chưa đặt' })
  @ApiOperation({ summary: 'Đặt hoặc sửa một thời hạn: submission, answer, appraisal, dossier' })
  async set(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('phase') phase: string,
    @Param('kind') kind: string,
    @IfMatch() seen: number,
    @Body() setting: DeadlineBody,
  ) {
    const row = await this.deadlines.set(actor, { campaign, phase, kind, seen }, setting);
    return deadlineView(row, this.clock.now());
  }

  @Delete(':kind')
  @HttpCode(204)
  @Requires('campaign.write')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Bỏ một thời hạn' })
  remove(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('phase') phase: string,
    @Param('kind') kind: string,
    @IfMatch() seen: number,
  ) {
    return this.deadlines.remove(actor, { campaign, phase, kind, seen });
  }

  @Post(':kind/overrides')
  @Requires('deadline.override')
  @ApiOperation({ summary: 'Cho một đơn vị gửi muộn, có lý do' })
  async allow(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('phase') phase: string,
    @Param('kind') kind: string,
    @Body() { unit: unitId, ...allowance }: UnitAllowanceBody,
  ) {
    const place = { campaign, phase, kind, unitId };
    return overrideView(await this.overrides.grant(actor, place, allowance));
  }
}
