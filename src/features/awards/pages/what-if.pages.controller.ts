import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { type Mover, whatIf } from '../../../domain/what-if';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Requires } from '../../../platform/http/requires';
import { message } from '../../../platform/messages/message';
import { attempt } from '../../../platform/views/attempt';
import type { FormBody } from '../../../platform/views/form';
import { type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import { view } from '../../../platform/views/view';
import { Evaluations } from '../evaluations';
import { leaderPhase } from './leader-phase';
import { whatIfPage } from './what-if-page.view';
import { whatIfFields } from './what-if.fields';
import { askedChange, fieldOf } from './what-if.form';

/** Tries another number of places, another floor, another resolution of a tie. Asked for by GET: it touches nothing. */
@Controller('lanh-dao/:code/:phase/gia-dinh')
export class WhatIfPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Evaluations) private readonly evaluations: Evaluations,
  ) {}

  @Get()
  @Requires('allocation.read')
  async tryIt(@Param('code') code: string, @Param('phase') phaseCode: string, @Query() form: FormBody) {
    const phase = await leaderPhase(this.unitOfWork.reader, code, phaseCode);
    const evaluated = await this.evaluations.ofPhase(phase.phase);
    const fields = whatIfFields(evaluated);
    const shown = (movers: readonly Mover[] | null, refusal: Refusal) =>
      view(
        'awards/what-if',
        message('leader.tab.what-if'),
        whatIfPage(phase, evaluated, { fields, form, movers, refusal }),
      );
    if (Object.keys(form).length === 0) return shown(null, noRefusal);
    const { campaign, round, evaluation } = evaluated;
    return attempt(async () => whatIf(campaign, round, askedChange(fields, form, evaluated), evaluation), {
      done: (movers) => shown(movers, noRefusal),
      again: (refusal) => shown(null, refusal),
      field: fieldOf(fields, form),
    });
  }
}
