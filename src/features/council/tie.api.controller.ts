import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { findPage } from '../../platform/database/find-page';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page, PageQuery } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { phaseIdOf } from '../campaigns/phase.queries';
import { TieResolutionRow } from '../nominations/tie-resolution.entity';
import { NewTieResolution } from './council.dto';
import { TieService } from './tie.service';
import { resolvedView, tieResolutionView } from './tie.view';

@ApiTags('council')
@Controller('api/v1/campaigns/:code/phases/:phase/tie-resolutions')
export class TieApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TieService) private readonly ties: TieService,
  ) {}

  @Get()
  @Requires('allocation.read')
  @ApiOperation({ summary: 'Kết quả xử lý các trường hợp đồng hạng' })
  async list(@Param('code') code: string, @Param('phase') phase: string, @Query() query: PageQuery) {
    const { reader } = this.unitOfWork;
    const where = { phaseId: await phaseIdOf(reader, code, phase) };
    const order = { ordinal: 'ASC' } as const;
    const found = await findPage(reader, TieResolutionRow, { where, order, ...Page.range(query) });
    return Page.of(found, query).map(tieResolutionView);
  }

  @Post()
  @Requires('allocation.resolve-tie')
  @ApiOperation({ summary: 'Ghi kết quả xử lý đồng hạng; phương án lập sau sẽ theo kết quả này' })
  async resolve(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() resolution: NewTieResolution,
  ) {
    return resolvedView(await this.ties.resolve(actor, code, phase, resolution));
  }

  @Delete(':resolution')
  @HttpCode(204)
  @Requires('allocation.resolve-tie')
  @ApiOperation({ summary: 'Bỏ một kết quả xử lý đồng hạng' })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Param('resolution') resolution: string,
  ) {
    return this.ties.withdraw(actor, code, phase, resolution);
  }
}
