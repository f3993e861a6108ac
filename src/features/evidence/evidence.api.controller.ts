import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { findPage } from '../../platform/database/find-page';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page, PageQuery } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { EvidenceRow } from '../nominations/evidence.entity';
import { visibleNomination } from '../nominations/nomination.scope';
import { NewEvidence } from './evidence.dto';
import { EvidenceService } from './evidence.service';
import { evidenceView } from './evidence.view';

@ApiTags('evidence')
@Controller('api/v1/nominations/:id/evidence')
export class EvidenceApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EvidenceService) private readonly evidence: EvidenceService,
  ) {}

  @Get()
  @Requires('evidence.read')
  @ApiOperation({ summary: 'Minh chứng của một đề nghị' })
  async list(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: PageQuery) {
    const { reader } = this.unitOfWork;
    await visibleNomination(reader, actor, id, 'evidence.read');
    const where = { nominationId: id };
    const found = await findPage(reader, EvidenceRow, {
      where,
      order: { ordinal: 'ASC' },
      ...Page.range(query),
    });
    return Page.of(found, query).map(evidenceView);
  }

  @Post()
  @Requires('evidence.write')
  @ApiOperation({ summary: 'Thêm minh chứng' })
  async add(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() piece: NewEvidence) {
    return evidenceView(await this.evidence.add(actor, id, piece));
  }

  @Delete(':evidence')
  @HttpCode(204)
  @Requires('evidence.write')
  @ApiOperation({ summary: 'Bỏ minh chứng' })
  remove(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('evidence') evidence: string) {
    return this.evidence.remove(actor, id, evidence);
  }
}
