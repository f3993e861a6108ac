import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { WHOLE_LIST, wantsSheet } from '../../platform/sheets/whole-list';
import { pageQuery } from '../../platform/views/pager';
import { view } from '../../platform/views/view';
import { plannedPhase } from './plan.queries';
import { publishedCounts, publishedLines } from './results.queries';
import { resultsSheet } from './results.sheet';
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
    @Query('hinhThuc') award?: unknown,
    @Query('bo') criteriaSet?: unknown,
    @Query('trang') page?: string,
    @Query('dang') form?: unknown,
  ) {
    const { reader } = this.unitOfWork;
    const phase = await plannedPhase(reader, code, named);
    const { opened } = phase;
    if (!opened?.publishedAt) return view('campaigns/results', 'Kết quả', unpublishedView(phase));
    const filter = { award: chosen(award), criteriaSet: chosen(criteriaSet) };
    if (wantsSheet(form)) {
      const [lines] = await publishedLines(reader, opened.id, filter, WHOLE_LIST);
      return sheetAnswer('ket-qua-khen-thuong', resultsSheet(phase, lines));
    }
    const query = pageQuery(page);
    const found = Page.of(await publishedLines(reader, opened.id, filter, Page.range(query)), query);
    const counts = await publishedCounts(reader, opened.id);
    return view('campaigns/results', 'Kết quả', publishedView(phase, { found, counts, filter }, actor));
  }
}

/** A choice of an address; undefined where there is none, or where it is no text. */
function chosen(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
