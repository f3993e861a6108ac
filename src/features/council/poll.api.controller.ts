import { Body, Controller, Delete, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { AgendaService } from './agenda.service';
import { PollService } from './poll.service';
import { RunOffService } from './run-off.service';
import {
  Annulment,
  CastVotes,
  EnteredOpinion,
  ItemChoice,
  ItemClosing,
  NewItems,
  NewRunOff,
} from './session.dto';
import { VotingService } from './voting.service';

@ApiTags('council')
@Controller('api/v1/sessions/:id')
export class PollApiController {
  constructor(
    @Inject(AgendaService) private readonly agenda: AgendaService,
    @Inject(RunOffService) private readonly runOffs: RunOffService,
    @Inject(PollService) private readonly polls: PollService,
    @Inject(VotingService) private readonly voting: VotingService,
  ) {}

  @Post('items')
  @Requires('council.manage')
  @ApiOperation({ summary: 'Đưa đề nghị vào chương trình; đề nghị đã thẩm định được trình Hội đồng luôn' })
  add(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() wanted: NewItems) {
    return this.agenda.add(actor, id, wanted);
  }

  @Post('run-offs')
  @Requires('council.manage')
  @ApiOperation({ summary: 'Đưa một trường hợp đồng hạng ở ngưỡng chỉ tiêu ra bỏ phiếu lại' })
  async runOff(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() wanted: NewRunOff) {
    const { version } = await this.runOffs.add(actor, id, wanted);
    return { id, version };
  }

  @Delete('items/:item')
  @HttpCode(204)
  @Requires('council.manage')
  @ApiOperation({ summary: 'Bỏ một nội dung chưa biểu quyết khỏi chương trình' })
  async remove(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('item') item: string) {
    await this.agenda.remove(actor, id, item);
  }

  @Post('poll-openings')
  @Requires('council.manage')
  @ApiOperation({ summary: 'Mở biểu quyết' })
  async open(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { items }: ItemChoice) {
    const { version } = await this.polls.open(actor, id, items);
    return { id, version };
  }

  @Post('poll-closings')
  @Requires('council.manage')
  @ApiOperation({ summary: 'Kết thúc biểu quyết và kiểm phiếu' })
  async close(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() closing: ItemClosing) {
    const { version } = await this.polls.close(actor, id, closing);
    return { id, version };
  }

  @Post('items/:item/annulment')
  @Requires('council.manage')
  @ApiOperation({ summary: 'Hủy một cuộc biểu quyết, không kiểm phiếu' })
  async annul(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('item') item: string,
    @Body() { reason }: Annulment,
  ) {
    const { version } = await this.polls.annul(actor, id, item, reason);
    return { id, version };
  }

  @Post('ballots')
  @Requires('ballot.cast')
  @ApiOperation({ summary: 'Thành viên bỏ phiếu' })
  cast(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { votes }: CastVotes) {
    return this.voting.cast(actor, id, votes);
  }

  @Post('opinions')
  @Requires('council.manage')
  @ApiOperation({ summary: 'Thư ký ghi ý kiến bằng văn bản của một thành viên' })
  enter(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() opinion: EnteredOpinion) {
    return this.voting.enter(actor, id, opinion);
  }
}
