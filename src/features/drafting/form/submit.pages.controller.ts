import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { holderOf } from '../../../domain/nomination-state';
import { deadlineKindOf } from '../../../domain/phase-deadline';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { attempt } from '../../../platform/views/attempt';
import { type FormBody, formOptional } from '../../../platform/views/form';
import { Redirect, view } from '../../../platform/views/view';
import { deadlineOf } from '../../deadlines/deadline.queries';
import { WayService } from '../../nominations/way.service';
import { type Draft, draftOf, isOpenTo } from './draft.queries';
import { type Sending, submitView } from './submit.view';

/** The last look before a nomination leaves its unit: what is missing, what it comes to, an answer to the office. */
@Controller('de-nghi/:id/gui')
export class SubmitPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(WayService) private readonly way: WayService,
  ) {}

  @Get()
  @Requires('nomination.submit')
  async check(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const draft = await draftOf(this.unitOfWork.reader, actor, id);
    return isOpenTo(actor, 'nomination.submit', draft) ? this.page(draft) : new Redirect(`/de-nghi/${id}`);
  }

  @Post()
  @Requires('nomination.submit')
  submit(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const reason = formOptional(body, 'reason');
    return attempt(() => this.way.take(actor, id, 'submit', { reason }), {
      done: () => new Redirect('/don-vi', 'draft-sent'),
      again: async (refusal) =>
        this.page(await draftOf(this.unitOfWork.reader, actor, id), { reason: reason ?? '', refusal }),
    });
  }

  private async page(draft: Draft, sending?: Sending) {
    const { row, state } = draft;
    const kind = holderOf(state) === 'unit' ? deadlineKindOf(state) : undefined;
    const { reader } = this.unitOfWork;
    const due = kind && (await deadlineOf(reader, row.phaseId, kind, this.clock.now(), row));
    return view('drafting/submit', `Kiểm tra và gửi đề nghị ${row.code}`, submitView(draft, due, sending));
  }
}
