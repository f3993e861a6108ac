import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page, PageQuery } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { openPhase, phaseIdOf } from '../campaigns/phase.queries';
import { closingView, conclusionView, decisionView } from './award.view';
import { ConclusionService } from './conclusion.service';
import { DecisionEndService } from './decision-end.service';
import { AwardEnding, NewDecision, Retraction } from './decision.dto';
import { decisionLine, listDecisions } from './decision.queries';
import { DecisionService } from './decision.service';
import { Succession } from './succession';

@ApiTags('awards')
@Controller('api/v1/campaigns/:code/phases/:phase')
export class DecisionApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DecisionService) private readonly decisions: DecisionService,
    @Inject(DecisionEndService) private readonly ends: DecisionEndService,
    @Inject(ConclusionService) private readonly conclusions: ConclusionService,
    @Inject(Succession) private readonly succession: Succession,
  ) {}

  @Get('decisions')
  @Requires('allocation.read')
  @ApiOperation({ summary: 'Các quyết định đã ghi, cả những quyết định không còn hiệu lực' })
  async decided(@Param('code') code: string, @Param('phase') phase: string, @Query() query: PageQuery) {
    const { reader } = this.unitOfWork;
    const found = await listDecisions(reader, await phaseIdOf(reader, code, phase), Page.range(query));
    return Page.of(found, query).map(decisionView);
  }

  @Post('decisions')
  @Requires('allocation.decide')
  @ApiOperation({
    summary: 'Quyết định trao một suất, chờ người thứ hai xác nhận; khác phương án thì phải có lý do',
  })
  decide(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() choice: NewDecision,
  ) {
    return this.decisions.decide(actor, code, phase, choice);
  }

  @Post('decisions/:decision/confirmation')
  @Requires('allocation.confirm')
  @ApiOperation({ summary: 'Người thứ hai xác nhận quyết định' })
  confirm(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Param('decision') decision: string,
  ) {
    return this.decisions.confirm(actor, code, phase, decision);
  }

  @Post('decisions/:decision/retraction')
  @Requires('allocation.decide')
  @ApiOperation({ summary: 'Thu lại quyết định chưa được xác nhận, có lý do' })
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Param('decision') id: string,
    @Body() { reason }: Retraction,
  ) {
    return this.decisions.takeBack(actor, code, phase, { id, reason });
  }

  @Post('decisions/:decision/refusal')
  @Requires('allocation.refuse')
  @ApiOperation({ summary: 'Cấp trên không tặng: ghi văn bản và lý do, suất được trả lại' })
  refuse(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Param('decision') id: string,
    @Body() end: AwardEnding,
  ) {
    return this.ends.refuse(actor, code, phase, { ...end, id });
  }

  @Post('decisions/:decision/revocation')
  @Requires('allocation.revoke')
  @ApiOperation({ summary: 'Thu hồi khen thưởng (Luật Thi đua, khen thưởng, Điều 93 khoản 2)' })
  revoke(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Param('decision') id: string,
    @Body() end: AwardEnding,
  ) {
    return this.ends.revoke(actor, code, phase, { ...end, id });
  }

  @Get('decisions/:decision/next')
  @Requires('allocation.read')
  @ApiOperation({ summary: 'Đề nghị kế tiếp trong danh sách dự phòng của suất này' })
  async next(@Param('code') code: string, @Param('phase') phase: string, @Param('decision') id: string) {
    const { reader } = this.unitOfWork;
    const decision = await decisionLine(reader, await phaseIdOf(reader, code, phase), id);
    return this.succession.next(decision.proposalId, decision);
  }

  @Get('conclusion')
  @Requires('allocation.read')
  @ApiOperation({
    summary:
      'Trước khi kết thúc xét: các suất còn lại mà phương án có người nhận hoặc còn đồng hạng chưa xử lý',
  })
  async conclusion(@Param('code') code: string, @Param('phase') phase: string) {
    const open = await openPhase(this.unitOfWork.reader, code, phase);
    return conclusionView(open, await this.conclusions.passedOver(open));
  }

  @Post('conclusion')
  @Requires('phase.conclude')
  @ApiOperation({ summary: 'Kết thúc xét khen thưởng: đề nghị còn lại được ghi là không được khen thưởng' })
  async conclude(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('phase') phase: string) {
    return closingView(await this.conclusions.conclude(actor, code, phase));
  }

  @Post('publication')
  @Requires('result.publish')
  @ApiOperation({ summary: 'Công bố kết quả cho các đơn vị' })
  async publish(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('phase') phase: string) {
    return closingView(await this.conclusions.publish(actor, code, phase));
  }
}
