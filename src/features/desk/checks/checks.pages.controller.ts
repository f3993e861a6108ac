import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { sheetAnswer } from '../../../platform/sheets/list-sheet';
import { wantsSheet } from '../../../platform/sheets/whole-list';
import { attempt } from '../../../platform/views/attempt';
import type { FormBody } from '../../../platform/views/form';
import { Redirect, view } from '../../../platform/views/view';
import { confirmationsOf } from '../../appraisal/confirmation.queries';
import { ConfirmationService } from '../../appraisal/confirmation.service';
import { MatterService } from '../../appraisal/matter.service';
import { Evaluations } from '../../awards/evaluations';
import { visibleNomination } from '../../nominations/nomination.scope';
import { caseFor } from '../detail/case.queries';
import { type ChecksScreen, confirmationIn, matterIn, settlementIn } from './checks.form';
import { checksSheet, confirmationsSheet, mattersSheet } from './checks.sheet';
import { checksView } from './checks.view';

/** Requirement by requirement, with what is known against a nominee and what other agencies confirm. */
@Controller('de-nghi/:id/dieu-kien')
export class ChecksPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(MatterService) private readonly matters: MatterService,
    @Inject(ConfirmationService) private readonly confirmations: ConfirmationService,
    @Inject(Evaluations) private readonly evaluations: Evaluations,
  ) {}

  @Get()
  @Requires('matter.read')
  list(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query('dang') form?: unknown,
    @Query('bang') list?: unknown,
  ) {
    return wantsSheet(form) ? this.sheet(actor, id, list) : this.page(actor, id);
  }

  @Post('vu-viec')
  @Requires('matter.write')
  add(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() typed: FormBody) {
    return this.tried(actor, id, { form: 'matter', typed }, 'matter-added', () =>
      this.matters.add(actor, id, matterIn(typed)),
    );
  }

  @Post('vu-viec/:matter')
  @Requires('matter.write')
  settle(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('matter') matter: string,
    @Body() typed: FormBody,
  ) {
    return this.tried(actor, id, { form: 'settle', matter, typed }, 'matter-settled', () =>
      this.matters.settle(actor, id, matter, settlementIn(typed)),
    );
  }

  @Post('vu-viec/:matter/bo')
  @Requires('matter.write')
  async remove(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('matter') matter: string) {
    await this.matters.remove(actor, id, matter);
    return new Redirect(`/de-nghi/${id}/dieu-kien`, 'matter-removed');
  }

  @Post('xac-nhan')
  @Requires('matter.write')
  confirm(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() typed: FormBody) {
    return this.tried(actor, id, { form: 'confirmation', typed }, 'confirmation-added', () =>
      this.confirmations.add(actor, id, confirmationIn(typed)),
    );
  }

  @Post('xac-nhan/:confirmation/bo')
  @Requires('matter.write')
  async unconfirm(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('confirmation') confirmation: string,
  ) {
    await this.confirmations.remove(actor, id, confirmation);
    return new Redirect(`/de-nghi/${id}/dieu-kien`, 'confirmation-removed');
  }

  private tried(
    actor: Actor,
    id: string,
    sent: Omit<ChecksScreen, 'refusal'>,
    flash: string,
    work: () => Promise<unknown>,
  ) {
    return attempt(work, {
      done: () => new Redirect(`/de-nghi/${id}/dieu-kien`, flash),
      again: (refusal) => this.page(actor, id, { ...sent, refusal }),
    });
  }

  private async sheet(actor: Actor, id: string, list: unknown) {
    const { code, model } = await this.load(actor, id);
    if (list === 'xac-nhan') return sheetAnswer(`xac-nhan-${code}`, confirmationsSheet(code, model));
    if (list === 'vu-viec') return sheetAnswer(`vu-viec-${code}`, mattersSheet(code, model));
    return sheetAnswer(`dieu-kien-${code}`, checksSheet(code, model));
  }

  private async page(actor: Actor, id: string, screen?: ChecksScreen) {
    const { code, model } = await this.load(actor, id, screen);
    return view('desk/checks', `Điều kiện ${code}`, model);
  }

  private async load(actor: Actor, id: string, screen?: ChecksScreen) {
    const { reader } = this.unitOfWork;
    await visibleNomination(reader, actor, id, 'matter.read');
    const file = await caseFor(reader, actor, id);
    const evaluated = await this.evaluations.ofPhase(file.open.phase);
    const confirmations = await confirmationsOf(reader, id);
    const { code } = file.rows.nomination;
    return { code, model: checksView(actor, file, evaluated, confirmations, screen) };
  }
}
