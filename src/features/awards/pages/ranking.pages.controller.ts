import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { type Actor, may } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { message } from '../../../platform/messages/message';
import { sheetAnswer } from '../../../platform/sheets/list-sheet';
import { wantsSheet } from '../../../platform/sheets/whole-list';
import { pageQuery } from '../../../platform/views/pager';
import { view } from '../../../platform/views/view';
import { Evaluations } from '../evaluations';
import { eventsOf } from '../succession';
import { leaderPhase } from './leader-phase';
import { nomineePage } from './nominee-page.view';
import { chosenPool, rankingPage } from './ranking-page.view';
import { rankingSheet } from './ranking.sheet';

/** The ranking as the rules see it now, and one nominee in it. */
@Controller('lanh-dao/:code/:phase')
@Requires('allocation.read')
export class RankingPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Evaluations) private readonly evaluations: Evaluations,
  ) {}

  @Get()
  async ranking(
    @Param('code') code: string,
    @Param('phase') phaseCode: string,
    @Query('nhom') pool?: string,
    @Query('trang') page?: string,
    @Query('dang') form?: unknown,
  ) {
    const { reader } = this.unitOfWork;
    const phase = await leaderPhase(reader, code, phaseCode);
    const evaluated = await this.evaluations.ofPhase(phase.phase);
    const { decided } = await eventsOf(reader, phase.phase.id);
    const chosen = chosenPool(evaluated, pool);
    if (wantsSheet(form) && chosen) return sheetAnswer('xep-hang', rankingSheet(evaluated, chosen, decided));
    const model = rankingPage(phase, evaluated, decided, { ...pageQuery(page), pool });
    return view('awards/ranking', message('leader.tab.ranking'), model);
  }

  @Get('ho-so/:nomination')
  async nominee(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phaseCode: string,
    @Param('nomination') nomination: string,
  ) {
    const { reader } = this.unitOfWork;
    const phase = await leaderPhase(reader, code, phaseCode);
    const evaluated = await this.evaluations.ofPhase(phase.phase);
    const model = await nomineePage(reader, phase, evaluated, nomination, {
      mayDecide: may(actor, 'allocation.decide'),
    });
    return view('awards/nominee', model.head.heading, model);
  }
}
