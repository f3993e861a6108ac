import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { IfMatch } from '../../platform/http/etag';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { councilDocument } from '../nominations/nomination.document';
import { visibleNomination } from '../nominations/nomination.scope';
import { entriesOf } from '../nominations/nomination.rows';
import { sheetOf } from '../nominations/sheet.store';
import { BallotService, ballotOf } from './ballot.service';
import { CouncilPoints, Votes } from './council.dto';
import { requireReadable } from './scorer';
import { SheetService } from './sheet.service';

@ApiTags('council')
@Controller('api/v1/nominations/:id')
export class CouncilApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SheetService) private readonly sheets: SheetService,
    @Inject(BallotService) private readonly ballots: BallotService,
  ) {}

  @Get('council-sheets/:member')
  @Requires('council.read')
  @ApiOperation({ summary: 'Phiếu chấm của một thành viên Hội đồng; chưa chấm thì ETag là "v0"' })
  async sheet(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('member') member: string) {
    const { reader } = this.unitOfWork;
    const row = await visibleNomination(reader, actor, id, 'council.read');
    await requireReadable(reader, actor, row, member.normalize('NFC'));
    const sheet = await sheetOf(reader, id, { layer: 'council', member: member.normalize('NFC') });
    const points = councilDocument(entriesOf(sheet));
    return { member: sheet.member, recused: sheet.recused, points, version: sheet.version };
  }

  @Put('council-sheets/:member')
  @Requires('sheet.write')
  @ApiHeader({ name: 'If-Match', required: true, example: '"v0"' })
  @ApiOperation({ summary: 'Ghi phiếu chấm của một thành viên Hội đồng' })
  score(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('member') member: string,
    @IfMatch() seen: number,
    @Body() body: CouncilPoints,
  ) {
    return this.sheets.score(actor, id, member, { seen, ...body });
  }

  @Get('ballots/:award')
  @Requires('ballot.read')
  @ApiOperation({ summary: 'Kết quả biểu quyết cho một hình thức khen thưởng; chưa có thì ETag là "v0"' })
  async ballot(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('award') award: string) {
    const { reader } = this.unitOfWork;
    await visibleNomination(reader, actor, id, 'ballot.read');
    const { yes, no, abstain, version } = await ballotOf(reader, id, award.normalize('NFC'));
    return { award, yes, no, abstain, version };
  }

  @Put('ballots/:award')
  @Requires('ballot.count')
  @ApiHeader({ name: 'If-Match', required: true, example: '"v0"' })
  @ApiOperation({ summary: 'Ghi kết quả biểu quyết' })
  async count(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('award') award: string,
    @IfMatch() seen: number,
    @Body() votes: Votes,
  ) {
    const { yes, no, abstain, version } = await this.ballots.count(actor, id, award, { seen, votes });
    return { award, yes, no, abstain, version };
  }
}
