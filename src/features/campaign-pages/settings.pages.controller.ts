import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formNumber } from '../../platform/views/form';
import { Redirect, view } from '../../platform/views/view';
import { noRefusal } from '../../platform/views/refusal-view';
import { PhaseService, type SetPhase } from '../campaigns/phase.service';
import { PhaseEditService } from '../nominations/phase-edit.service';
import { phaseAddress } from './address';
import { type PlannedPhase, plannedPhase } from './plan.queries';
import { settingsField, settingsOf, settingsPage, storedSettings, typedSettings } from './settings.view';

/** Where the office opens a phase, and later edits its settings. */
@Controller('van-phong/giai-doan/:code/:phase')
@Requires('campaign.write')
export class SettingsPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PhaseService) private readonly phases: PhaseService,
    @Inject(PhaseEditService) private readonly edits: PhaseEditService,
  ) {}

  @Get()
  async form(@Param('code') code: string, @Param('phase') named: string) {
    const phase = await plannedPhase(this.unitOfWork.reader, code, named);
    return view(
      'campaigns/settings',
      phase.planned.title,
      settingsPage(phase, storedSettings(phase.opened), noRefusal),
    );
  }

  /** Opens a phase that is not open, and edits one that is: the form was made for one of both. */
  @Post()
  async save(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') named: string,
    @Body() body: FormBody,
  ) {
    const phase = await plannedPhase(this.unitOfWork.reader, code, named);
    const typed = typedSettings(body, phase.campaign);
    const seen = formNumber(body, 'version');
    return attempt(() => this.change(actor, phase, seen, settingsOf(typed, phase.campaign)), {
      done: () => new Redirect(phaseAddress(code, named), seen === 0 ? 'phase-opened' : 'saved'),
      field: settingsField,
      again: (refusal) =>
        view('campaigns/settings', phase.planned.title, settingsPage(phase, typed, refusal)),
    });
  }

  private change(
    actor: Actor,
    { campaign, planned }: PlannedPhase,
    seen: number,
    settings: ReturnType<typeof settingsOf>,
  ): Promise<SetPhase> {
    if (seen === 0) return this.phases.open(actor, campaign.code, planned.code, settings);
    const { date, council } = settings;
    return this.edits.edit(actor, campaign.code, planned.code, { seen, date, council });
  }
}
