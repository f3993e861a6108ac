import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../../domain/access';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Page, PageQuery } from '../../../platform/http/page';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { openPhaseById, phaseIdOf } from '../../campaigns/phase.queries';
import { exportAnswer } from './export-answer';
import { ExportOrder } from './export.dto';
import { ExportFiles } from './export.files';
import { exportById, exportsOf } from './export.queries';
import { ExportService } from './export.service';
import { exportView } from './export.view';

@ApiTags('dossiers')
@Controller('api/v1')
@Requires('dossier.export')
export class ExportApiController {
  private readonly files: ExportFiles;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ExportService) private readonly exports: ExportService,
    @Inject(Config) config: Config,
  ) {
    this.files = ExportFiles.of(config.dataDir);
  }

  @Get('campaigns/:code/phases/:phase/exports')
  @ApiOperation({ summary: 'Các lần xuất hồ sơ của giai đoạn, mới nhất trước' })
  async list(@Param('code') code: string, @Param('phase') phase: string, @Query() query: PageQuery) {
    const { reader } = this.unitOfWork;
    const found = await exportsOf(reader, await phaseIdOf(reader, code, phase), Page.range(query));
    return Page.of(found, query).map(exportView);
  }

  @Post('campaigns/:code/phases/:phase/exports')
  @HttpCode(202)
  @ApiOperation({ summary: 'Xuất hồ sơ: việc chạy nền, theo dõi tại địa chỉ trong Location' })
  @ApiAcceptedResponse({ description: 'Đã nhận; lần xuất giống hệt chưa xong thì trả về chính lần đó' })
  async start(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() { kind, nomination, folders = [], word }: ExportOrder,
    @Res({ passthrough: true }) response: Response,
  ) {
    const choice = kind === 'documents' ? folders : nomination === undefined ? [] : [nomination];
    const job = await this.exports.start(actor, { campaign: code, phase, kind, choice, word });
    response.location(`/api/v1/exports/${job.id}`);
    return exportView(job);
  }

  @Get('exports/:id')
  @ApiOperation({ summary: 'Một lần xuất: đã đến đâu, kết thúc thế nào' })
  async one(@Param('id') id: string) {
    return exportView(await exportById(this.unitOfWork.reader, id));
  }

  @Delete('exports/:id')
  @ApiOperation({ summary: 'Hủy một lần xuất chưa xong; lần đã kết thúc giữ nguyên' })
  async cancel(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return exportView(await this.exports.cancel(actor, id));
  }

  @Get('exports/:id/file')
  @ApiProduces('application/zip', 'application/pdf')
  @ApiOperation({ summary: 'Tệp của một lần xuất đã xong' })
  async file(@Param('id') id: string, @Res({ passthrough: true }) response: Response) {
    const { reader } = this.unitOfWork;
    const job = await exportById(reader, id);
    return exportAnswer(response, this.files, job, await openPhaseById(reader, job.phaseId));
  }
}
