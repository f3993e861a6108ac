import { Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type Actor, may } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Page } from '../../../platform/http/page';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { message } from '../../../platform/messages/message';
import { sheetAnswer } from '../../../platform/sheets/list-sheet';
import { WHOLE_LIST, wantsSheet } from '../../../platform/sheets/whole-list';
import { pageQuery } from '../../../platform/views/pager';
import { Redirect, view } from '../../../platform/views/view';
import { listProposals, proposalIn, replayProposal, resultOf } from '../proposal.queries';
import { ProposalService } from '../proposal.service';
import { leaderAddress, leaderPhase } from './leader-phase';
import { proposalsPage, replayPage } from './proposals-page.view';
import { proposalsSheet } from './proposals.sheet';

/** The proposals of a phase: what the rules gave on which inputs, kept for ever. */
@Controller('lanh-dao/:code/:phase/phuong-an')
export class ProposalPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ProposalService) private readonly proposals: ProposalService,
  ) {}

  @Get()
  @Requires('allocation.read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phaseCode: string,
    @Query('trang') page?: string,
    @Query('dang') form?: unknown,
  ) {
    const { reader } = this.unitOfWork;
    const phase = await leaderPhase(reader, code, phaseCode);
    if (wantsSheet(form)) {
      const [rows] = await listProposals(reader, phase.phase.id, WHOLE_LIST);
      return sheetAnswer('cac-phuong-an', proposalsSheet(phase, rows));
    }
    const query = pageQuery(page);
    const found = await listProposals(reader, phase.phase.id, Page.range(query));
    const model = proposalsPage(phase, Page.of(found, query), may(actor, 'allocation.propose'));
    return view('awards/proposals', message('leader.tab.proposals'), model);
  }

  @Post()
  @Requires('allocation.propose')
  async propose(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('phase') phase: string) {
    await this.proposals.propose(actor, code, phase);
    return new Redirect(`${leaderAddress(code, phase)}/phuong-an`, 'proposal-made');
  }

  @Get(':proposal/doi-chieu')
  @Requires('result.read')
  async replay(
    @Param('code') code: string,
    @Param('phase') phaseCode: string,
    @Param('proposal') id: string,
  ) {
    const { reader } = this.unitOfWork;
    const phase = await leaderPhase(reader, code, phaseCode);
    const proposal = await proposalIn(reader, phase.phase.id, id);
    const model = replayPage(phase, proposal, await replayProposal(reader, id));
    return view('awards/replay', model.head.heading, model);
  }

  @Get(':proposal/result.json')
  @Requires('result.read')
  async result(
    @Param('code') code: string,
    @Param('phase') phaseCode: string,
    @Param('proposal') id: string,
    @Res() response: Response,
  ) {
    const { reader } = this.unitOfWork;
    const { phase } = await leaderPhase(reader, code, phaseCode);
    const { number } = await proposalIn(reader, phase.id, id);
    response.attachment(`phuong-an-${number}-result.json`).type('application/json');
    response.send(Buffer.from(await resultOf(reader, id), 'utf8'));
  }
}
