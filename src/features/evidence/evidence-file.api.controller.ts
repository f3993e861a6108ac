import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../../domain/access';
import { findPage } from '../../platform/database/find-page';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { FILE_BODY } from '../../platform/http/document-route';
import { Page, PageQuery } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { EvidenceFileRow } from '../nominations/evidence-file.entity';
import { visibleNomination } from '../nominations/nomination.scope';
import { visibleFile } from './evidence-file.queries';
import { EvidenceFileService } from './evidence-file.service';
import { fileView } from './evidence-file.view';
import { fileAnswer } from './file-answer';
import { IncomingFiles } from './incoming-file';
import { sentBody } from './sent-file';

@ApiTags('evidence')
@Controller('api/v1/nominations/:id')
export class EvidenceFileApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EvidenceFileService) private readonly files: EvidenceFileService,
    @Inject(IncomingFiles) private readonly incoming: IncomingFiles,
  ) {}

  @Get('evidence-files')
  @Requires('evidence.read')
  @ApiOperation({ summary: 'Tệp minh chứng của một đề nghị' })
  async list(@CurrentActor() actor: Actor, @Param('id') nominationId: string, @Query() query: PageQuery) {
    const { reader } = this.unitOfWork;
    await visibleNomination(reader, actor, nominationId, 'evidence.read');
    const order = { uploadedAt: 'ASC', id: 'ASC' } as const;
    const found = await findPage(reader, EvidenceFileRow, {
      where: { nominationId },
      order,
      ...Page.range(query),
    });
    return Page.of(found, query).map(fileView);
  }

  @Post('evidence/:evidence/file')
  @Requires('evidence.write')
  @ApiOperation({ summary: 'Gửi tệp cho một minh chứng: PDF, PNG, JPEG, DOCX hoặc XLSX' })
  @ApiConsumes(FILE_BODY)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiQuery({ name: 'name', required: false, description: 'Tên tệp', example: 'bao-cao.pdf' })
  async attach(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('evidence') evidence: string,
    @Query('name') name: unknown,
    @Req() request: Request,
  ) {
    const [row] = await this.files.attach(actor, id, evidence, sentBody(request, name));
    return row && fileView(row);
  }

  @Get('evidence/:evidence/file')
  @Requires('evidence.read')
  @ApiOperation({ summary: 'Tệp của một minh chứng' })
  @ApiProduces(FILE_BODY)
  async download(
    @CurrentActor() actor: Actor,
    @Param('id') nominationId: string,
    @Param('evidence') evidenceId: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const file = await visibleFile(this.unitOfWork.reader, actor, { nominationId, evidenceId });
    return fileAnswer(response, file, await this.incoming.folder.open(file.sha256));
  }

  @Delete('evidence/:evidence/file')
  @HttpCode(204)
  @Requires('evidence.write')
  @ApiOperation({ summary: 'Bỏ tệp của một minh chứng; minh chứng còn lại' })
  detach(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('evidence') evidence: string) {
    return this.files.detach(actor, id, evidence);
  }
}
