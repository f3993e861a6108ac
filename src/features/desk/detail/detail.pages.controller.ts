import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { type Actor, type Right, may } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { message } from '../../../platform/messages/message';
import { attempt } from '../../../platform/views/attempt';
import { type FormBody, formOptional, formText } from '../../../platform/views/form';
import { type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import { Redirect, view } from '../../../platform/views/view';
import { OwnResults } from '../../awards/own-result.queries';
import { STEP_RIGHTS, WAY_STEPS, type WayStep, WayService } from '../../nominations/way.service';
import { caseFor } from './case.queries';
import { detailView } from './detail.view';
import { stepView } from './step.view';

/** The page of one nomination, shared by all who may read it, and the steps that are taken from it. */
@Controller('de-nghi/:id')
export class DetailPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WayService) private readonly way: WayService,
    @Inject(OwnResults) private readonly results: OwnResults,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('nomination.read')
  async one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const file = await caseFor(this.unitOfWork.reader, actor, id);
    const result = await this.results.of(file.open.phase, file.rows.nomination);
    const model = { ...detailView(actor, file, this.clock.now()), result };
    return view('desk/detail', file.rows.nomination.name, model);
  }

  @Get('buoc/:step')
  @Requires('nomination.read')
  ask(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('step') step: string) {
    return this.asked(actor, id, stepFor(actor, step), { reason: '', refusal: noRefusal });
  }

  @Post('buoc/:step')
  @Requires('nomination.read')
  take(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('step') name: string,
    @Body() body: FormBody,
  ) {
    const step = stepFor(actor, name);
    return attempt(() => this.way.take(actor, id, step, { reason: formOptional(body, 'reason') }), {
      done: () => new Redirect(`/de-nghi/${id}`, `step.${step}`),
      again: (refusal) => this.asked(actor, id, step, { reason: formText(body, 'reason'), refusal }),
    });
  }

  private async asked(actor: Actor, id: string, step: WayStep, typed: { reason: string; refusal: Refusal }) {
    const file = await caseFor(this.unitOfWork.reader, actor, id);
    return view('desk/step', message(`act.${step}`), stepView(actor, file, step, typed));
  }
}

/** Throws `route-not-found` for no step of people, and `forbidden` for one that is never the actor's. */
function stepFor(actor: Actor, name: string): WayStep {
  const step = WAY_STEPS.find((each) => each === name);
  if (!step) throw new DomainError('route-not-found');
  const right: Right = STEP_RIGHTS[step];
  if (!may(actor, right)) throw new DomainError('forbidden');
  return step;
}
