import { Controller, Get, Inject } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { message } from '../../../platform/messages/message';
import { view } from '../../../platform/views/view';
import { phasesInHand } from '../leader.queries';
import { leaderPage } from './leader-page.view';

/** What must leadership do now. */
@Controller('lanh-dao')
export class LeaderPagesController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Requires('allocation.read')
  async now(@CurrentActor() actor: Actor) {
    const phases = await phasesInHand(this.unitOfWork.reader, actor.id);
    return view('awards/leader', message('leader.door'), leaderPage(actor, phases));
  }
}
