import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page, PageQuery } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { phaseIdOf, phaseMomentOf } from '../campaigns/phase.queries';
import { proposalView } from './award.view';
import { Evaluations } from './evaluations';
import { listProposals } from './proposal.queries';
import { ProposalService } from './proposal.service';
import { RankingQuery } from './ranking.dto';
import { rankingView } from './ranking.view';

@ApiTags('awards')
@Controller('api/v1/campaigns/:code/phases/:phase')
export class AwardsApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ProposalService) private readonly proposals: ProposalService,
    @Inject(Evaluations) private readonly evaluations: Evaluations,
  ) {}

  @Get('ranking')
  @Requires('allocation.read')
  @ApiOperation({ summary: 'Bảng xếp hạng theo dữ liệu hiện có, kèm lý do từng kết quả' })
  async ranking(@Param('code') code: string, @Param('phase') phase: string, @Query() query: RankingQuery) {
    const moment = await phaseMomentOf(this.unitOfWork.reader, code, phase);
    const { campaign, round, evaluation } = await this.evaluations.ofPhase(moment);
    return rankingView(campaign, round, evaluation, query);
  }

  @Get('proposals')
  @Requires('allocation.read')
  @ApiOperation({ summary: 'Các phương án đề xuất đã lập' })
  async list(@Param('code') code: string, @Param('phase') phase: string, @Query() query: PageQuery) {
    const { reader } = this.unitOfWork;
    const found = await listProposals(reader, await phaseIdOf(reader, code, phase), Page.range(query));
    return Page.of(found, query).map(proposalView);
  }

  @Post('proposals')
  @Requires('allocation.propose')
  @ApiOperation({
    summary: 'Lập phương án đề xuất: chấm, xếp hạng, xét trong chỉ tiêu và lưu nguyên dữ liệu đầu vào',
  })
  async propose(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('phase') phase: string) {
    const row = await this.proposals.propose(actor, code, phase);
    return { ...proposalView(row), result: JSON.parse(row.result) as object };
  }
}
