import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { IfMatch } from '../../../platform/http/etag';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { documentTemplates, requireTemplate } from './document-templates';
import { wordingView } from './papers.api.view';
import { WordingBody } from './papers.dto';
import { WordingService } from './wording.service';
import { wordingOfForm, wordingsOf } from './wording.queries';

@ApiTags('dossiers')
@Controller('api/v1/campaigns/:code/document-templates')
export class WordingApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WordingService) private readonly wordings: WordingService,
  ) {}

  @Get()
  @Requires('paper.read')
  @ApiOperation({ summary: 'Các mẫu văn bản của phong trào, với lời văn đang dùng' })
  async list(@Param('code') code: string) {
    const rows = await wordingsOf(this.unitOfWork.reader, code);
    return { items: documentTemplates().map((form) => wordingView(form, rows.get(form.code))) };
  }

  @Get(':template')
  @Requires('paper.read')
  @ApiOperation({ summary: 'Một mẫu văn bản, với lời văn đang dùng' })
  async one(@Param('code') code: string, @Param('template') template: string) {
    const form = requireTemplate(template);
    return wordingView(form, await wordingOfForm(this.unitOfWork.reader, code, form));
  }

  @Put(':template')
  @Requires('paper.write')
  @ApiHeader({ name: 'If-Match', required: true, description: '"v0" khi còn theo mẫu' })
  @ApiOperation({ summary: 'Ghi đề mục và căn cứ khác mẫu' })
  async set(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('template') template: string,
    @IfMatch() seen: number,
    @Body() { headings = {}, grounds = null }: WordingBody,
  ) {
    const row = await this.wordings.set(actor, { campaign, template, seen }, { headings, grounds });
    return wordingView(requireTemplate(template), row);
  }

  @Delete(':template')
  @HttpCode(204)
  @Requires('paper.write')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Trở lại lời văn của mẫu' })
  reset(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('template') template: string,
    @IfMatch() seen: number,
  ) {
    return this.wordings.reset(actor, { campaign, template, seen });
  }
}
