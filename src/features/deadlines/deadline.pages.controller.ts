import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { phaseTitle } from '../../domain/plan-names';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { sheetHref, wantsSheet } from '../../platform/sheets/whole-list';
import { pagePath } from '../../platform/views/address';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formNumber } from '../../platform/views/form';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, view } from '../../platform/views/view';
import { openPhase } from '../campaigns/phase.queries';
import {
  deadlineForm,
  settingOf,
  storedDeadline,
  type TypedDeadline,
  typedDeadline,
} from './deadline-form.view';
import { deadlinesAddress } from './address';
import { deadlinesOf } from './deadline.queries';
import { DeadlineService, deadlineKind } from './deadline.service';
import { deadlineLabel, deadlineLines, deadlineRows } from './deadlines-page.view';
import { deadlinesSheet } from './deadlines.sheet';

const ADDRESS = 'van-phong/thoi-han/:code/:phase';

/** Where the office sets the deadlines of a phase. */
@Controller()
@Requires('campaign.write')
export class DeadlinePagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DeadlineService) private readonly deadlines: DeadlineService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get(ADDRESS)
  async list(@Param('code') code: string, @Param('phase') phase: string, @Query('dang') form?: unknown) {
    const { head, id } = await this.headOf(code, phase);
    const deadlines = await deadlinesOf(this.unitOfWork.reader, id);
    const now = this.clock.now();
    if (wantsSheet(form)) return sheetAnswer('thoi-han', deadlinesSheet(head.lead, deadlines, now));
    const rows = deadlineRows(deadlines, now, head.address);
    return view('deadlines/list', 'Thời hạn', { head, rows, sheet: sheetHref(head.address) });
  }

  @Get(`${ADDRESS}/:kind`)
  async form(@Param('code') code: string, @Param('phase') phase: string, @Param('kind') named: string) {
    const kind = deadlineKind(named);
    const { id } = await this.headOf(code, phase);
    const { rows } = await deadlinesOf(this.unitOfWork.reader, id);
    const row = rows.find((each) => each.kind === kind) ?? null;
    return this.page({ code, phase, named }, storedDeadline(row, kind), noRefusal);
  }

  @Post(`${ADDRESS}/:kind`)
  set(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('phase') phase: string,
    @Param('kind') named: string,
    @Body() body: FormBody,
  ) {
    const kind = deadlineKind(named);
    const typed = typedDeadline(body);
    const place = { campaign, phase, kind, seen: formNumber(body, 'version') };
    return attempt(() => this.deadlines.set(actor, place, settingOf(typed, kind)), {
      done: () => new Redirect(deadlinesAddress(campaign, phase), 'deadline-set'),
      again: (refusal) => this.page({ code: campaign, phase, named }, typed, refusal),
    });
  }

  @Post(`${ADDRESS}/:kind/bo`)
  remove(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('phase') phase: string,
    @Param('kind') kind: string,
    @Body() body: FormBody,
  ) {
    const place = { campaign, phase, kind, seen: formNumber(body, 'version') };
    return attempt(() => this.deadlines.remove(actor, place), {
      done: () => new Redirect(deadlinesAddress(campaign, phase), 'deadline-removed'),
      again: (refusal) => this.page({ code: campaign, phase, named: kind }, typedDeadline(body), refusal),
    });
  }

  private async page(
    { code, phase, named }: { code: string; phase: string; named: string },
    typed: TypedDeadline,
    refusal: Refusal,
  ) {
    const kind = deadlineKind(named);
    const { head, id } = await this.headOf(code, phase);
    const lines = deadlineLines(await deadlinesOf(this.unitOfWork.reader, id), this.clock.now());
    const label = deadlineLabel(kind);
    const crumbs = [...head.crumbs, { href: head.address, label: 'Thời hạn' }];
    const form = deadlineForm(kind, typed, refusal);
    const line = lines.find((each) => each.kind === kind) ?? null;
    return view('deadlines/form', label, { head: { ...head, crumbs }, label, form, line, kind });
  }

  private async headOf(code: string, phase: string) {
    const open = await openPhase(this.unitOfWork.reader, code, phase);
    const title = phaseTitle(open.campaign, open.phase.code);
    const page = pagePath('phong-trao', open.campaign.code, open.phase.code);
    const late = page.replace('/phong-trao/', '/van-phong/gui-muon/');
    const lead = `${open.campaign.title}. ${title}`;
    const crumbs = [
      { href: '/phong-trao', label: 'Phong trào' },
      { href: page, label: title },
    ];
    return {
      id: open.phase.id,
      head: { lead, crumbs, address: deadlinesAddress(open.campaign.code, open.phase.code), late },
    };
  }
}
