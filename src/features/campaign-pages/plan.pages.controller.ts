import { Body, Controller, Get, Inject, Param, ParseIntPipe, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page } from '../../platform/http/page';
import { TakesFiles } from '../../platform/http/refused-uploads';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { WHOLE_LIST, wantsSheet } from '../../platform/sheets/whole-list';
import { attempt, filesIn } from '../../platform/views/attempt';
import { type FormBody, formText } from '../../platform/views/form';
import { pageQuery, pagerOf } from '../../platform/views/pager';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, view } from '../../platform/views/view';
import { campaignByCode, listVersions, versionOf } from '../campaigns/campaign.queries';
import { CampaignService } from '../campaigns/campaign.service';
import { planAddress } from './address';
import { type TypedPlan, planForm, versionShown, versionsPage } from './plan.view';
import { titledPhases } from './plan.queries';
import { versionsSheet } from './versions.sheet';
import { sentPlan } from './sent-plan';

const NOTHING: TypedPlan = { definition: '', reason: '' };

/** Where the office files plans and their later versions. */
@Controller('van-phong/ke-hoach')
@Requires('campaign.write')
export class PlanPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CampaignService) private readonly campaigns: CampaignService,
  ) {}

  @Get()
  form() {
    return newPlan(NOTHING, noRefusal);
  }

  @Post()
  @TakesFiles()
  create(@CurrentActor() actor: Actor, @Req() request: Request, @Body() body: FormBody) {
    const typed = { ...NOTHING, definition: formText(body, 'definition') };
    return attempt(
      async () => this.campaigns.create(actor, (typed.definition = await sentPlan(request, body))),
      {
        done: ({ code }) => new Redirect(planAddress(code), 'plan-filed'),
        again: (refusal) => newPlan(typed, refusal),
        typed: filesIn('file'),
      },
    );
  }

  @Get(':code')
  versions(@Param('code') code: string, @Query('trang') page?: string, @Query('dang') form?: unknown) {
    return wantsSheet(form) ? this.sheet(code) : this.versionsOf(code, page, NOTHING, noRefusal);
  }

  @Post(':code')
  @TakesFiles()
  revise(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Req() request: Request,
    @Body() body: FormBody,
  ) {
    const typed = { definition: formText(body, 'definition'), reason: formText(body, 'reason') };
    const work = async () => {
      typed.definition = await sentPlan(request, body);
      return this.campaigns.revise(actor, code, { source: typed.definition, reason: typed.reason });
    };
    return attempt(work, {
      done: () => new Redirect(planAddress(code), 'plan-revised'),
      again: (refusal) => this.versionsOf(code, undefined, typed, refusal),
      typed: filesIn('file'),
    });
  }

  @Get(':code/:version')
  async text(
    @Param('code') code: string,
    @Param('version', ParseIntPipe) version: number,
    @Res() response: Response,
  ) {
    const { reader } = this.unitOfWork;
    const { source } = await versionOf(reader, await campaignByCode(reader, code), version);
    response.attachment(`ke-hoach-${version}.yaml`).type('text/plain; charset=utf-8').send(source);
  }

  private async sheet(code: string) {
    const { reader } = this.unitOfWork;
    const row = await campaignByCode(reader, code);
    const [lines] = await listVersions(reader, row.id, WHOLE_LIST);
    const running = await titledPhases(reader, row);
    const versions = lines.map((line) => versionShown(row, line, running));
    return sheetAnswer('cac-phien-ban-ke-hoach', versionsSheet(row.title, versions));
  }

  private async versionsOf(code: string, page: string | undefined, typed: TypedPlan, refusal: Refusal) {
    const { reader } = this.unitOfWork;
    const row = await campaignByCode(reader, code);
    const query = pageQuery(page);
    const versions = Page.of(await listVersions(reader, row.id, Page.range(query)), query);
    const { source: newest } = await versionOf(reader, row);
    const running = await titledPhases(reader, row);
    return view('campaigns/versions', 'Kế hoạch và các phiên bản', {
      ...versionsPage(row, versions, { newest, running }),
      form: planForm(typed, refusal),
      pages: pagerOf(versions, planAddress(row.code)),
    });
  }
}

function newPlan(typed: TypedPlan, refusal: Refusal) {
  return view('campaigns/new', 'Nạp kế hoạch mới', {
    form: planForm(typed, refusal),
    address: planAddress(),
  });
}
