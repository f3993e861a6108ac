import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page } from '../../platform/http/page';
import { findingViews } from '../../platform/http/problem';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { phaseMomentOf } from '../campaigns/phase.queries';
import { ImportService } from './import.service';
import { NominationDocument, NominationQuery } from './nomination.dto';
import { visibleNominations } from './nomination.scope';
import { NominationService } from './nomination.service';
import { savedView } from './nomination.view';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('nominations')
@Controller('api/v1/campaigns/:code/phases/:phase')
export class PhaseNominationsApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NominationService) private readonly nominations: NominationService,
    @Inject(ImportService) private readonly imports: ImportService,
  ) {}

  @Get('nominations')
  @Requires('nomination.read')
  @ApiOperation({ summary: 'Danh sách đề nghị khen thưởng' })
  async list(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Query() query: NominationQuery,
  ) {
    const { reader } = this.unitOfWork;
    const filter = { ...query, ...Page.range(query) };
    const moment = await phaseMomentOf(reader, code, phase);
    return Page.of(await visibleNominations(reader, actor, moment, filter), query);
  }

  @Post('nominations')
  @Requires('nomination.enter')
  @ApiBody({ type: NominationDocument })
  @ApiOperation({
    summary:
      'Lập một đề nghị khen thưởng: đơn vị lập dự thảo rồi gửi, văn phòng nhập thay thì có hiệu lực ngay',
  })
  async enter(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() plain: unknown,
  ) {
    return savedView(await this.nominations.enter(actor, code, phase, plain));
  }

  @Post('imports')
  @Requires('nomination.enter')
  @ApiConsumes('application/json', 'application/yaml', XLSX)
  @ApiBody({ schema: { type: 'object' } })
  @ApiOperation({
    summary:
      'Nhập cả danh sách (thidua/nominations@1): nhập đủ hoặc không nhập gì; của đơn vị thành bản nháp',
  })
  async import(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() body: unknown,
  ) {
    const source = Buffer.isBuffer(body) ? { bytes: body } : { plain: body };
    const imported = await this.imports.import(actor, code, phase, source);
    return { ...imported, warnings: findingViews(imported.warnings) };
  }
}
