import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { IfMatch } from '../../platform/http/etag';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { openPhaseById } from '../campaigns/phase.queries';
import { entriesDocument } from '../nominations/nomination.document';
import { visibleNomination } from '../nominations/nomination.scope';
import { entriesOf } from '../nominations/nomination.rows';
import { sheetOf } from '../nominations/sheet.store';
import { LayerParam, ScoreEntries } from './score.dto';
import { reasonsOf } from './reason.store';
import { ScoreService } from './score.service';

@ApiTags('appraisal')
@Controller('api/v1/nominations/:id/scores/:layer')
export class ScoreApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ScoreService) private readonly scores: ScoreService,
  ) {}

  @Get()
  @Requires('score.read')
  @ApiOperation({ summary: 'Điểm tự chấm (self) hoặc thẩm định (appraisal); chưa chấm thì ETag là "v0"' })
  async one(@CurrentActor() actor: Actor, @Param() { id, layer }: LayerParam) {
    const { reader } = this.unitOfWork;
    const row = await visibleNomination(reader, actor, id, 'score.read');
    const { campaign } = await openPhaseById(reader, row.phaseId);
    const sheet = await sheetOf(reader, id, { layer, member: '' });
    const set = campaign.criteriaSets.find(({ code }) => code === row.criteriaSet);
    const entries = entriesDocument(set, entriesOf(sheet));
    if (layer === 'self') return { layer, entries, version: sheet.version };
    const reasons = Object.fromEntries(await reasonsOf(reader, id));
    return { layer, entries, reasons, version: sheet.version };
  }

  @Put()
  @Requires('score.enter')
  @ApiHeader({ name: 'If-Match', required: true, example: '"v0"' })
  @ApiOperation({ summary: 'Ghi điểm của một lớp chấm' })
  enter(
    @CurrentActor() actor: Actor,
    @Param() { id, layer }: LayerParam,
    @IfMatch() seen: number,
    @Body() { entries, reasons }: ScoreEntries,
  ) {
    return this.scores.enter(actor, id, layer, { seen, entries, reasons });
  }
}
