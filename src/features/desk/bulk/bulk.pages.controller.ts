import { Body, Controller, Inject, Post } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { message } from '../../../platform/messages/message';
import { attempt } from '../../../platform/views/attempt';
import { type FormBody, formFlag, formList, formText } from '../../../platform/views/form';
import { noRefusal, type Refusal } from '../../../platform/views/refusal-view';
import { view } from '../../../platform/views/view';
import type { OpenPhase } from '../../campaigns/phase.queries';
import { namedPhase } from '../desk-phase.queries';
import { type BulkOutcome, BulkService } from './bulk.service';
import { BULK_STEPS, type BulkStep } from './bulk.steps';
import { bulkView } from './bulk.view';

/** One step with many nominations: first what would happen, then, when confirmed, the same in earnest. */
@Controller('van-phong/hang-loat')
export class BulkPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BulkService) private readonly bulk: BulkService,
  ) {}

  @Post()
  @Requires('nomination.accept')
  async take(@CurrentActor() actor: Actor, @Body() body: FormBody) {
    const [open, step] = [await namedPhase(this.unitOfWork.reader, body), stepIn(body)];
    const [ids, reason] = [formList(body, 'chon'), formText(body, 'reason')];
    const wish = { phaseId: open.phase.id, step, ids };
    // What would happen does not hang on the reason, which may be what has to be mended.
    const foretold = () => this.bulk.take(actor, { ...wish, dryRun: true });
    const page = (outcomes: BulkOutcome[], done: boolean, refusal: Refusal = noRefusal) =>
      this.page(open, step, { ids, reason, outcomes, done, refusal });
    if (ids.length === 0)
      return view('desk/bulk-nothing', message(`act.${step}`), nothing(open), { status: 422 });
    if (!formFlag(body, 'xac-nhan')) return page(await foretold(), false);
    return attempt(() => this.bulk.take(actor, { ...wish, reason, dryRun: false }), {
      done: (outcomes) => page(outcomes, true),
      again: async (refusal) => page(await foretold(), false, refusal),
    });
  }

  private page(
    open: OpenPhase,
    step: BulkStep,
    rest: { ids: string[]; reason: string; outcomes: BulkOutcome[]; done: boolean; refusal: Refusal },
  ) {
    return view('desk/bulk', message(`act.${step}`), bulkView({ open, step, ...rest }));
  }
}

function nothing({ campaign, phase }: OpenPhase) {
  const query = new URLSearchParams({ 'phong-trao': campaign.code, 'giai-doan': phase.code });
  return { back: `/van-phong/tim?${query.toString()}` };
}

/** Throws `route-not-found` for no step of the office. */
function stepIn(body: FormBody): BulkStep {
  const step = BULK_STEPS.find((each) => each === formText(body, 'buoc'));
  if (!step) throw new DomainError('route-not-found');
  return step;
}
