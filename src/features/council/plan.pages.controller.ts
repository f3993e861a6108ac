import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { momentText } from '../../platform/text/vietnam-time';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formNumber } from '../../platform/views/form';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, type View, view } from '../../platform/views/view';
import { seatable } from './people.queries';
import { phaseChoices } from '../campaigns/phase.choices';
import { type TypedPlan, planForm, planIn, typedPlan } from './plan.view';
import { seatedIn, visibleSession } from './session.queries';
import { SessionService } from './session.service';

/** The office plans a session and changes it until it is opened. */
@Controller('hoi-dong')
export class PlanPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  @Get('moi')
  @Requires('council.manage')
  blank() {
    return this.newPage(typedPlan({}), noRefusal);
  }

  @Post('moi')
  @Requires('council.manage')
  plan(@CurrentActor() actor: Actor, @Body() body: FormBody) {
    const typed = typedPlan(body);
    const [campaign = '', phase = ''] = typed.phase.split('/');
    return attempt(() => this.sessions.plan(actor, campaign, phase, planIn(typed)), {
      done: ({ id }) => new Redirect(`/hoi-dong/${id}/chuong-trinh`, 'session-planned'),
      again: (refusal) => this.newPage(typed, refusal),
    });
  }

  @Get(':id/sua')
  @Requires('council.manage')
  async form(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const session = await visibleSession(this.unitOfWork.reader, actor, id);
    const seats = await seatedIn(this.unitOfWork.reader, id);
    const [time = '', date = ''] = momentText(session.startsAt).split(', ');
    const personOf = (role: string) => seats.find((seat) => seat.role === role)?.personId ?? '';
    const members = seats.filter(({ role }) => role === 'member').map(({ personId }) => personId);
    const roles = { chair: personOf('chair'), secretary: personOf('secretary'), members };
    const { title, place, version } = session;
    return this.editPage(id, { phase: '', title, place, date, time, ...roles }, noRefusal, version);
  }

  @Post(':id/sua')
  @Requires('council.manage')
  async edit(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const typed = typedPlan(body);
    const seen = formNumber(body, 'version');
    return attempt(() => this.sessions.edit(actor, id, { seen, ...planIn(typed) }), {
      done: () => new Redirect(`/hoi-dong/${id}`, 'saved'),
      again: (refusal) => this.editPage(id, typed, refusal, seen),
    });
  }

  private async newPage(typed: TypedPlan, refusal: Refusal): Promise<View> {
    const { reader } = this.unitOfWork;
    const form = planForm(await seatable(reader), typed, refusal, await phaseChoices(reader));
    const frame = { heading: 'Lập phiên họp', back: '/hoi-dong', version: '0' };
    return view('council/plan', frame.heading, { ...form, frame });
  }

  private async editPage(id: string, typed: TypedPlan, refusal: Refusal, version: number): Promise<View> {
    const form = planForm(await seatable(this.unitOfWork.reader), typed, refusal, null);
    const frame = { heading: 'Sửa phiên họp', back: `/hoi-dong/${id}`, version: String(version) };
    return view('council/plan', frame.heading, { ...form, frame });
  }
}
