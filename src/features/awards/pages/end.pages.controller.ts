import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { message } from '../../../platform/messages/message';
import { attempt } from '../../../platform/views/attempt';
import { type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import { Redirect, view } from '../../../platform/views/view';
import { stateCounts, statesOf } from '../../nominations/state-counts.queries';
import { ConclusionService } from '../conclusion.service';
import { listDecisions } from '../decision.queries';
import { endPage } from './end-page.view';
import { leaderAddress, leaderPhase } from './leader-phase';

/** Leadership ends the deciding, the office makes the results known. */
@Controller('lanh-dao/:code/:phase')
export class EndPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ConclusionService) private readonly conclusions: ConclusionService,
  ) {}

  @Get('ket-thuc')
  @Requires('allocation.read')
  page(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('phase') phase: string) {
    return this.shown(actor, code, phase, noRefusal);
  }

  @Post('ket-thuc')
  @Requires('phase.conclude')
  conclude(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('phase') phase: string) {
    return attempt(() => this.conclusions.conclude(actor, code, phase), {
      done: () => new Redirect(`${leaderAddress(code, phase)}/ket-thuc`, 'phase-concluded'),
      again: (refusal) => this.shown(actor, code, phase, refusal),
    });
  }

  @Post('cong-bo')
  @Requires('result.publish')
  publish(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('phase') phase: string) {
    return attempt(() => this.conclusions.publish(actor, code, phase), {
      done: () => new Redirect(`${leaderAddress(code, phase)}/ket-thuc`, 'results-published'),
      again: (refusal) => this.shown(actor, code, phase, refusal),
    });
  }

  private async shown(actor: Actor, code: string, phaseCode: string, refusal: Refusal) {
    const { reader } = this.unitOfWork;
    const phase = await leaderPhase(reader, code, phaseCode);
    const states = statesOf(await stateCounts(reader, [phase.phase]), phase.phase.id);
    const [, open] = await listDecisions(
      reader,
      phase.phase.id,
      { skip: 0, take: 1 },
      { status: 'proposed' },
    );
    const [, confirmed] = await listDecisions(
      reader,
      phase.phase.id,
      { skip: 0, take: 1 },
      { status: 'confirmed' },
    );
    const passedOver = await this.conclusions.passedOver(phase);
    const model = endPage(actor, phase, { states, open, confirmed, passedOver }, refusal);
    return view('awards/conclusion', message('leader.tab.end'), model);
  }
}
