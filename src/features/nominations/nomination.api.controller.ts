import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { IfMatch } from '../../platform/http/etag';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { openPhaseById } from '../campaigns/phase.queries';
import { NominationDocument, Withdrawal } from './nomination.dto';
import { nominationRows } from './nomination.queries';
import { NominationService } from './nomination.service';
import { nominationView, savedView } from './nomination.view';

@ApiTags('nominations')
@Controller('nominations/:id')
export class NominationApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NominationService) private readonly nominations: NominationService,
  ) {}

  @Get()
  @Requires('nomination.read')
  @ApiOperation({ summary: 'Một đề nghị; “nomination” sửa được rồi gửi lại bằng PUT' })
  async one(@Param('id') id: string) {
    const { reader } = this.unitOfWork;
    const rows = await nominationRows(reader, id);
    const { campaign, phase } = await openPhaseById(reader, rows.nomination.phaseId);
    return nominationView(campaign, phase.code, rows);
  }

  @Put()
  @Requires('nomination.write')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiBody({ type: NominationDocument })
  @ApiOperation({ summary: 'Sửa một đề nghị; mục nào không gửi thì giữ nguyên, gửi null thì bỏ mục đó' })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() seen: number,
    @Body() plain: object,
  ) {
    return savedView(await this.nominations.edit(actor, id, { seen, plain }));
  }

  @Post('withdrawal')
  @Requires('nomination.withdraw')
  @ApiOperation({ summary: 'Rút đề nghị, có lý do' })
  async withdraw(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: Withdrawal) {
    const { code, state, version } = await this.nominations.withdraw(actor, id, reason);
    return { id, code, state, version };
  }
}
