import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { IfMatch } from '../../../platform/http/etag';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { openPhase } from '../../campaigns/phase.queries';
import { IssueService } from './issue.service';
import { PaperIssueRow } from './paper-issue.entity';
import { requirePaper } from './paper-subject';
import { issueView } from './papers.api.view';
import { IssueBody } from './papers.dto';

@ApiTags('dossiers')
@Controller('api/v1/campaigns/:code/phases/:phase/papers/:kind/:subject')
export class PapersApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(IssueService) private readonly issues: IssueService,
  ) {}

  @Get()
  @Requires('paper.read')
  @ApiOperation({ summary: 'Số, ngày, người ký của một văn bản' })
  async one(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Param('kind') kind: string,
    @Param('subject') subject: string,
  ) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, code, phase);
    const name = await requirePaper(reader, actor, open, { kind, subject });
    return issueView(name, await reader.findOneBy(PaperIssueRow, { phaseId: open.phase.id, ...name }));
  }

  @Put()
  @Requires('paper.write')
  @ApiHeader({ name: 'If-Match', required: true, description: '"v0" khi chưa ghi' })
  @ApiOperation({ summary: 'Ghi số, ngày, người ký sau khi văn bản được ký' })
  async record(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('phase') phase: string,
    @Param('kind') kind: string,
    @Param('subject') subject: string,
    @IfMatch() seen: number,
    @Body() setting: IssueBody,
  ) {
    const row = await this.issues.record(actor, { campaign, phase, kind, subject, seen }, setting);
    return issueView(row, row);
  }
}
