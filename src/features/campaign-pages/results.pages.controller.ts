import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { pageQuery } from '../../platform/views/pager';
import { view } from '../../platform/views/view';
import { plannedPhase } from './plan.queries';
import { type PublishedFilter, publishedCounts, publishedLines } from './results.queries';
import { publishedView, unpublishedView } from './results.view';

/** Who was awarded, for everybody, once it is published. */
@Controller('phong-trao/:code/:phase/ket-qua')
@Requires('campaign.read')
export class ResultsPagesController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  async results(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') named: string,
    @Query('hinhThuc') award?: string,
    @Query('bo') criteriaSet?: string,
    @Query('trang') page?: string,
  ) {
    const { reader } = this.unitOfWork;
    const phase = await plannedPhase(reader, code, named);
    const { opened } = phase;
    if (!opened?.publishedAt) return view('campaigns/results', 'Kết quả', unpublishedView(phase));
    const [filter, query]: [PublishedFilter, ReturnType<typeof pageQuery>] = [
      { award: award || undefined, criteriaSet: criteriaSet || undefined },
      pageQuery(page),
    ];
    const found = Page.of(await publishedLines(reader, opened.id, filter, Page.range(query)), query);
    const counts = await publishedCounts(reader, opened.id);
    return view('campaigns/results', 'Kết quả', publishedView(phase, { found, counts, filter }, actor));
  }
}
