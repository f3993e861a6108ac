import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { type Actor, mayOn } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { attempt, refusalToMend } from '../../../platform/views/attempt';
import { type FormBody, formFlag, formNumber } from '../../../platform/views/form';
import type { Refusal } from '../../../platform/views/refusal-view';
import { Redirect, fragment, view } from '../../../platform/views/view';
import { ScoreService } from '../../appraisal/score.service';
import { lastEditOf } from '../../drafting/form/draft.queries';
import { conflictBy } from '../../drafting/form/draft.view';
import { type Typed, typedIn } from '../../drafting/form/typed';
import { acceptedNomination, bareNomination } from '../../nominations/nomination.document';
import { nominationOf } from '../../nominations/nomination.rows';
import { WayService } from '../../nominations/way.service';
import { type Case, caseFor } from '../detail/case.queries';
import { appraisalDocument, fieldOf } from './appraise.form';
import { type AppraisalScreen, appraiseView } from './appraise.view';
import { liveView } from './live.view';

/** The appraisal of one nomination: the office's own entries beside what the unit wrote, which it never touches. */
@Controller('de-nghi/:id/tham-dinh')
export class AppraisePagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ScoreService) private readonly scores: ScoreService,
    @Inject(WayService) private readonly way: WayService,
  ) {}

  @Get()
  @Requires('score.write')
  async form(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const file = await this.file(actor, id);
    const open = mayOn(actor, 'score.write', file.rows.nomination) && !file.decidedOn;
    return open ? page(actor, file) : new Redirect(`/de-nghi/${id}`);
  }

  @Post()
  @Requires('score.write')
  async save(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const [{ set }, typed] = [await this.file(actor, id), typedIn(body)];
    const finish = formFlag(body, 'ket-thuc');
    return attempt(
      async () => {
        const seen = formNumber(body, 'version');
        await this.scores.enter(actor, id, 'appraisal', { seen, ...appraisalDocument(set, typed) });
        if (finish) await this.way.take(actor, id, 'appraise');
      },
      {
        done: () =>
          finish
            ? new Redirect(`/de-nghi/${id}`, 'step.appraise')
            : new Redirect(`/de-nghi/${id}/tham-dinh`, 'appraisal-saved'),
        field: (path) => fieldOf(set, path),
        again: (refusal) => this.again(actor, id, typed, refusal),
      },
    );
  }

  /** What the script asks while somebody is typing: the points as they would be. Nothing is saved. */
  @Post('tinh')
  @Requires('score.write')
  async live(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const file = await this.file(actor, id);
    const { entries } = appraisalDocument(file.set, typedIn(body));
    try {
      const document = { ...bareNomination(file.rows.nomination), scores: { appraisal: entries } };
      const { nomination } = acceptedNomination(file.open, document, {
        within: ['scores', 'appraisal'],
        place: ['entries'],
      });
      const stored = nominationOf(file.rows);
      const scores = { ...stored.scores, appraisal: nomination.scores.appraisal ?? {} };
      return fragment('desk/live', liveView(file, { ...stored, scores }));
    } catch (error) {
      const { status, detail, findings } = refusalToMend(error);
      return fragment('drafting/unsaved', { text: findings[0]?.message ?? detail }, { status });
    }
  }

  /** Once the entries themselves are stored, what is refused is only the end of the appraisal. */
  private async again(actor: Actor, id: string, typed: Typed, refusal: Refusal) {
    const file = await this.file(actor, id);
    const { reader } = this.unitOfWork;
    const edit = refusal.code === 'stale-edit' ? await lastEditOf(reader, id, 'appraisal') : undefined;
    const conflict = edit && conflictBy({ edit, actor });
    return page(actor, file, { typed, refusal, conflict });
  }

  private file(actor: Actor, id: string): Promise<Case> {
    return caseFor(this.unitOfWork.reader, actor, id);
  }
}

function page(actor: Actor, file: Case, screen?: AppraisalScreen) {
  return view('desk/appraise', `Thẩm định ${file.rows.nomination.code}`, appraiseView(actor, file, screen));
}
