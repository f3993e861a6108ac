import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { dayText } from '../../../platform/text/vietnam-time';
import { attempt } from '../../../platform/views/attempt';
import { type FormBody, formFlag, formText } from '../../../platform/views/form';
import { type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import { Redirect, view } from '../../../platform/views/view';
import { TieService } from '../../council/tie.service';
import { Evaluations } from '../evaluations';
import { leaderPhase } from './leader-phase';
import { tieIn, tiePage } from './tie-page.view';
import { NO_TIE_TYPED, resolutionIn, typedTie } from './tie.form';

/** How people have settled a tie at the cut is recorded here: first shown once more, then for good. */
@Controller('lanh-dao/:code/:phase/dong-hang')
@Requires('allocation.resolve-tie')
export class TiePagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Evaluations) private readonly evaluations: Evaluations,
    @Inject(TieService) private readonly ties: TieService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async form(@Param('code') code: string, @Param('phase') phaseCode: string, @Query() query: FormBody) {
    const { phase, evaluated, tie } = await this.load(code, phaseCode, query);
    const typed = { ...NO_TIE_TYPED, date: dayText(this.clock.now()) };
    const model = tiePage(phase, evaluated, tie, { typed, refusal: noRefusal, review: false });
    return view('awards/tie', model.head.heading, model);
  }

  @Post()
  async resolve(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phaseCode: string,
    @Body() body: FormBody,
  ) {
    const { phase, evaluated, tie } = await this.load(code, phaseCode, body);
    const typed = typedTie(body, tie);
    const page = ({ review = false, refusal = noRefusal }: { review?: boolean; refusal?: Refusal }) => {
      const model = tiePage(phase, evaluated, tie, { typed, refusal, review });
      return view('awards/tie', model.head.heading, model);
    };
    if (formFlag(body, 'sua')) return page({});
    const isSure = formFlag(body, 'xac-nhan');
    const work = async () => {
      const resolution = resolutionIn(typed, tie);
      if (isSure) await this.ties.resolve(actor, phase.campaign.code, phase.phase.code, resolution);
      else await this.ties.check(phase, resolution);
    };
    return attempt(work, {
      done: () => (isSure ? new Redirect(phase.base, 'tie-resolved') : page({ review: true })),
      again: (refusal) => page({ refusal }),
    });
  }

  private async load(code: string, phaseCode: string, asked: FormBody) {
    const phase = await leaderPhase(this.unitOfWork.reader, code, phaseCode);
    const evaluated = await this.evaluations.ofPhase(phase.phase);
    const tie = tieIn(evaluated, formText(asked, 'nhom'), formText(asked, 'hinh-thuc'));
    return { phase, evaluated, tie };
  }
}
