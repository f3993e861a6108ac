import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { type Actor, may } from '../../domain/access';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { WHOLE_LIST, sheetHref, wantsSheet } from '../../platform/sheets/whole-list';
import { pageQuery, pagerOf } from '../../platform/views/pager';
import { view } from '../../platform/views/view';
import { openedPhases } from '../campaigns/phase.queries';
import { quotaStanding } from '../campaigns/quota.queries';
import { deadlinesOf } from '../deadlines/deadline.queries';
import { deadlineLines } from '../deadlines/deadlines-page.view';
import { campaignCards } from './campaign-list.view';
import { campaignsSheet } from './campaigns.sheet';
import { campaignPage } from './campaign-page.view';
import { listedCampaigns, plannedPhase } from './plan.queries';

/** What everybody with an account may read of the campaigns. */
@Controller('phong-trao')
@Requires('campaign.read')
export class CampaignPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Query('trang') page?: string, @Query('dang') form?: unknown) {
    if (wantsSheet(form)) {
      const [all] = await listedCampaigns(this.unitOfWork.reader, WHOLE_LIST);
      return sheetAnswer('phong-trao-thi-dua', campaignsSheet(all));
    }
    const query = pageQuery(page);
    const found = Page.of(await listedCampaigns(this.unitOfWork.reader, Page.range(query)), query);
    return view('campaigns/list', 'Phong trào thi đua', {
      campaigns: campaignCards(found.items),
      mayWrite: may(actor, 'campaign.write'),
      pages: pagerOf(found, '/phong-trao'),
      sheet: sheetHref('/phong-trao'),
    });
  }

  @Get(':code/:phase')
  async one(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('phase') named: string) {
    const { reader } = this.unitOfWork;
    const phase = await plannedPhase(reader, code, named);
    const deadlines = deadlineLines(await deadlinesOf(reader, phase.opened?.id ?? ''), this.clock.now());
    const opened = await openedPhases(reader, phase.row.id);
    const quotas = phase.opened ? await quotaStanding(reader, { ...phase, phase: phase.opened }) : [];
    const model = campaignPage({ phase, deadlines, opened, quotas }, actor);
    return view('campaigns/phase', `${model.head.lead} – ${model.heading}`, model);
  }
}
