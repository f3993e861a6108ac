import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { phaseTitle } from '../../domain/plan-names';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formNumber, formOptional, formText } from '../../platform/views/form';
import { pageQuery, pagerOf } from '../../platform/views/pager';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, view } from '../../platform/views/view';
import { AmendmentService } from '../campaigns/amendment.service';
import { openPhase } from '../campaigns/phase.queries';
import { type QuotaStanding, listAmendments, quotaStanding } from '../campaigns/quota.queries';
import { phaseAddress, quotaAddress } from './address';
import {
  QUOTA_LISTS,
  type TypedAmendment,
  amendmentForm,
  amendmentRows,
  amendmentSummary,
  quotaRows,
} from './amendments.view';

interface Asked {
  hinhThuc?: unknown;
  bo?: unknown;
  trang?: string;
}

/** Where the office changes numbers of places, each time with a reason. */
@Controller('van-phong/chi-tieu/:code/:phase')
@Requires('campaign.write')
export class AmendmentsPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AmendmentService) private readonly amendments: AmendmentService,
  ) {}

  @Get()
  list(@Param('code') code: string, @Param('phase') phase: string, @Query() asked: Asked) {
    return this.page({ code, phase, asked }, null, noRefusal);
  }

  @Post()
  amend(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() body: FormBody,
  ) {
    const typed = typedAmendment(body);
    const change = {
      ...typed,
      from: formText(body, 'from') === '' ? null : formNumber(body, 'from'),
      max: formNumber(body, 'max'),
      document: formOptional(body, 'document'),
    };
    return attempt(() => this.amendments.amend(actor, code, phase, change), {
      done: () => new Redirect(quotaAddress(code, phase), 'quota-amended'),
      again: (refusal) => this.page({ code, phase, asked: {} }, typed, refusal),
    });
  }

  private async page(
    { code, phase: named, asked }: { code: string; phase: string; asked: Asked },
    typed: TypedAmendment | null,
    refusal: Refusal,
  ) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, code, named);
    const { phase, campaign } = open;
    const quotas = await quotaStanding(reader, open);
    const query = pageQuery(asked.trang);
    const amended = Page.of(await listAmendments(reader, phase, Page.range(query)), query);
    const title = phaseTitle(campaign, phase.code);
    const address = quotaAddress(campaign.code, phase.code);
    return view('campaigns/quotas', 'Điều chỉnh chỉ tiêu', {
      head: {
        lead: `${campaign.title}. ${title}`,
        crumbs: [{ href: phaseAddress(campaign.code, phase.code), label: title }],
      },
      address,
      quotas: quotaRows(open, quotas),
      amendments: amendmentRows(open, amended.items),
      summary: amendmentSummary(refusal),
      form: amendmentForm(open, lineOf(quotas, typed ?? chosen(asked)), { typed, refusal }),
      lists: QUOTA_LISTS,
      pages: pagerOf(amended, address),
    });
  }
}

function typedAmendment(body: FormBody): TypedAmendment {
  const of = (name: string) => formText(body, name);
  return {
    award: of('award'),
    criteriaSet: of('criteriaSet'),
    max: of('max'),
    reason: of('reason'),
    document: of('document'),
  };
}

function chosen({ hinhThuc, bo }: Asked): { award: unknown; criteriaSet: unknown } {
  return { award: hinhThuc, criteriaSet: bo };
}

function lineOf(
  quotas: readonly QuotaStanding[],
  asked: { award: unknown; criteriaSet: unknown },
): QuotaStanding | undefined {
  return quotas.find(({ award, criteriaSet }) => award === asked.award && criteriaSet === asked.criteriaSet);
}
