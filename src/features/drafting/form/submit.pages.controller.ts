import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { attempt } from '../../../platform/views/attempt';
import { type FormBody, formOptional } from '../../../platform/views/form';
import { Redirect, view } from '../../../platform/views/view';
import { WayService } from '../../nominations/way.service';
import { type Draft, draftOf, isOpenTo } from './draft.queries';
import { type Sending, submitView } from './submit.view';

/** The last look before a nomination leaves its unit: what is missing, what it comes to, an answer to the office. */
@Controller('de-nghi/:id/gui')
export class SubmitPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WayService) private readonly way: WayService,
  ) {}

  @Get()
  @Requires('nomination.submit')
  async check(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const draft = await draftOf(this.unitOfWork.reader, actor, id);
    return isOpenTo(actor, 'nomination.submit', draft) ? submitPage(draft) : new Redirect(`/de-nghi/${id}`);
  }

  @Post()
  @Requires('nomination.submit')
  submit(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const reason = formOptional(body, 'reason');
    return attempt(() => this.way.take(actor, id, 'submit', { reason }), {
      done: () => new Redirect('/don-vi', 'draft-sent'),
      again: async (refusal) =>
        submitPage(await draftOf(this.unitOfWork.reader, actor, id), { reason: reason ?? '', refusal }),
    });
  }
}

function submitPage(draft: Draft, sending?: Sending) {
  return view('drafting/submit', `Kiểm tra và gửi đề nghị ${draft.row.code}`, submitView(draft, sending));
}
