import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { attempt } from '../../platform/views/attempt';
import type { FormBody } from '../../platform/views/form';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, type View, view } from '../../platform/views/view';
import { openPhaseById } from '../campaigns/phase.queries';
import { labelOf, paperView, votesIn } from './paper.view';
import { papersToVote } from './session.detail';
import { visibleSession } from './session.queries';
import { VotingService } from './voting.service';

/** A paper holds so many questions; the next ones come on the next paper. */
const MOST = 30;

/** A member’s voting paper: all questions that wait for this member. */
@Controller('hoi-dong/:id/phieu')
export class PaperPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(VotingService) private readonly voting: VotingService,
  ) {}

  @Get()
  @Requires('ballot.cast')
  paper(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.paperPage(actor, id, {}, noRefusal);
  }

  @Post()
  @Requires('ballot.cast')
  cast(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    return attempt(async () => this.voting.cast(actor, id, votesIn(body, await this.papers(actor, id))), {
      done: () => new Redirect(`/hoi-dong/${id}/phieu`, 'vote-cast'),
      again: (refusal) => this.paperPage(actor, id, body, refusal),
    });
  }

  private async papers(actor: Actor, id: string) {
    const { reader } = this.unitOfWork;
    const { papers } = await papersToVote(reader, actor, await visibleSession(reader, actor, id));
    return papers.slice(0, MOST);
  }

  private async paperPage(actor: Actor, id: string, body: FormBody, refusal: Refusal): Promise<View> {
    const { reader } = this.unitOfWork;
    const session = await visibleSession(reader, actor, id);
    const { campaign } = await openPhaseById(reader, session.phaseId);
    const { papers, apart } = await papersToVote(reader, actor, session);
    const head = { session: session.title, back: `/hoi-dong/${id}` };
    return view('council/paper', 'Phiếu biểu quyết', {
      ...paperView(campaign, papers.slice(0, MOST), body, refusal),
      apart: apart.map((asked) => labelOf(campaign, asked)),
      ...head,
    });
  }
}
