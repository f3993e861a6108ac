import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { phaseTitle } from '../../domain/plan-names';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page, PageQuery } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { WHOLE_LIST, sheetHref, wantsSheet } from '../../platform/sheets/whole-list';
import { pagePath } from '../../platform/views/address';
import { attempt } from '../../platform/views/attempt';
import { pageQuery, pagerOf } from '../../platform/views/pager';
import type { FormBody } from '../../platform/views/form';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, view } from '../../platform/views/view';
import { openPhase } from '../campaigns/phase.queries';
import { deadlinesAddress } from '../deadlines/address';
import { deadlinesOf } from '../deadlines/deadline.queries';
import { dueOf } from '../deadlines/due';
import { dueText } from '../deadlines/due.text';
import { DeadlineOverrideService } from '../deadlines/override.service';
import { visibleNomination } from '../nominations/nomination.scope';
import { allUnits } from '../units/unit.queries';
import { grantedLines, returnedNominations } from './lateness.queries';
import { LatenessService } from './lateness.service';
import { grantedSheet, returnedSheet } from './lateness.sheet';
import {
  type TypedAllowance,
  allowanceForm,
  allowanceOf,
  grantedRows,
  returnedRows,
  LISTS,
  typedAllowance,
  unitFields,
} from './lateness.view';

const EMPTY: TypedAllowance = { kind: '', unit: '', reason: '', until: '' };

/** Where the office lets units be late. */
@Controller()
@Requires('deadline.override')
export class LatenessPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DeadlineOverrideService) private readonly overrides: DeadlineOverrideService,
    @Inject(LatenessService) private readonly lateness: LatenessService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('van-phong/gui-muon/:code/:phase')
  list(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Query('trang') page?: string,
    @Query('dang') form?: unknown,
    @Query('bang') list?: unknown,
  ) {
    if (wantsSheet(form)) return this.sheet(actor, { code, phase }, list);
    return this.page(actor, { code, phase }, EMPTY, noRefusal, pageQuery(page));
  }

  @Post('van-phong/gui-muon/:code/:phase')
  allowUnit(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() body: FormBody,
  ) {
    const typed = typedAllowance(body);
    const place = { campaign: code, phase, kind: typed.kind, unitId: typed.unit };
    return attempt(() => this.overrides.grant(actor, place, allowanceOf(typed)), {
      done: () => new Redirect(lateAddress(code, phase), 'late-allowed'),
      again: (refusal) => this.page(actor, { code, phase }, typed, refusal, new PageQuery()),
    });
  }

  @Get('de-nghi/:id/gui-muon')
  one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.onePage(actor, id, EMPTY, noRefusal);
  }

  @Post('de-nghi/:id/gui-muon')
  allowOne(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const typed = typedAllowance(body);
    return attempt(() => this.lateness.allow(actor, id, allowanceOf(typed)), {
      done: () => new Redirect(`/de-nghi/${id}`, 'late-allowed'),
      again: (refusal) => this.onePage(actor, id, typed, refusal),
    });
  }

  private async sheet(actor: Actor, { code, phase: named }: { code: string; phase: string }, list: unknown) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, code, named);
    const { id } = open.phase;
    if (list !== 'da-tra') {
      const [lines] = await grantedLines(reader, id, WHOLE_LIST);
      return sheetAnswer('da-cho-gui-muon', grantedSheet(phaseTitle(open.campaign, open.phase.code), lines));
    }
    const due = { deadlines: await deadlinesOf(reader, id), now: this.clock.now() };
    const returned = await returnedNominations(reader, actor, id, WHOLE_LIST.take);
    return sheetAnswer(
      'dang-bo-sung',
      returnedSheet(phaseTitle(open.campaign, open.phase.code), returned, due),
    );
  }

  private async page(
    actor: Actor,
    { code, phase: named }: { code: string; phase: string },
    typed: TypedAllowance,
    refusal: Refusal,
    query: PageQuery,
  ) {
    const { reader } = this.unitOfWork;
    const { phase, campaign } = await openPhase(reader, code, named);
    const deadlines = await deadlinesOf(reader, phase.id);
    const units = await allUnits(reader);
    const returned = await returnedNominations(reader, actor, phase.id);
    const granted = Page.of(await grantedLines(reader, phase.id, Page.range(query)), query);
    const address = lateAddress(campaign.code, phase.code);
    const deadlinesAt = deadlinesAddress(campaign.code, phase.code);
    const title = phaseTitle(campaign, phase.code);
    return view('lateness/phase', 'Cho gửi muộn', {
      head: {
        lead: `${campaign.title}. ${title}`,
        address,
        deadlinesAt,
        crumbs: [{ href: deadlinesAt, label: 'Thời hạn' }],
      },
      form: { ...allowanceForm(typed, refusal), ...unitFields(typed, refusal, deadlines, units) },
      returned: returnedRows(returned, deadlines, this.clock.now()),
      granted: grantedRows(granted.items),
      ...LISTS,
      pages: pagerOf(granted, address),
      sheets: { granted: sheetHref(address), returned: sheetHref(`${address}?bang=da-tra`) },
    });
  }

  private async onePage(actor: Actor, id: string, typed: TypedAllowance, refusal: Refusal) {
    const { reader } = this.unitOfWork;
    const row = await visibleNomination(reader, actor, id, 'deadline.override');
    const due = dueOf(await deadlinesOf(reader, row.phaseId), 'answer', this.clock.now(), row);
    return view('lateness/nomination', 'Cho gửi lại muộn', {
      head: { lead: `${row.code} – ${row.name}`, address: `/de-nghi/${id}` },
      due: due ? dueText(due) : '',
      form: allowanceForm(typed, refusal),
    });
  }
}

function lateAddress(code: string, phase: string): string {
  return pagePath('van-phong', 'gui-muon', code, phase);
}
