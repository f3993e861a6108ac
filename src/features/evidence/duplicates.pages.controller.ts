import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { WHOLE_LIST, sheetHref, wantsSheet } from '../../platform/sheets/whole-list';
import { address } from '../../platform/views/page-links';
import { pageQuery, pagerOf } from '../../platform/views/pager';
import { view } from '../../platform/views/view';
import { openPhase } from '../campaigns/phase.queries';
import { duplicateFiles } from './duplicate-file.queries';
import { duplicatesSheet } from './duplicates.sheet';
import { DUPLICATE_COLUMNS, duplicateRows } from './evidence-file.view';

/** Evidence files that stand in more than one nomination: for whoever compares them. */
@Controller()
export class DuplicatesPagesController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get('van-phong/tep-trung/:code/:phase')
  @Requires('note.read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phaseCode: string,
    @Query('trang') number?: string,
    @Query('dang') form?: unknown,
  ) {
    const { reader } = this.unitOfWork;
    const { phase, campaign } = await openPhase(reader, code, phaseCode);
    const title = campaign.phases.find((each) => each.code === phase.code)?.title ?? phase.code;
    if (wantsSheet(form)) {
      const [groups] = await duplicateFiles(reader, actor, phase.id, WHOLE_LIST);
      return sheetAnswer('tep-minh-chung-trung', duplicatesSheet(title, groups));
    }
    const query = pageQuery(number);
    const page = Page.of(await duplicateFiles(reader, actor, phase.id, Page.range(query)), query);
    const here = `/van-phong/tep-trung/${encodeURIComponent(campaign.code)}/${encodeURIComponent(phase.code)}`;
    return view('evidence/duplicates', 'Tệp minh chứng trùng nhau', {
      lead: title,
      head: { crumbs: [{ href: officeAddress(campaign.code, phase.code), label: 'Văn phòng' }] },
      sheet: sheetHref(here),
      list: {
        id: 'tep-trung',
        caption: 'Cùng một tệp trong nhiều hồ sơ',
        columns: DUPLICATE_COLUMNS,
        rows: duplicateRows(page.items),
        empty: NONE,
      },
      pager: pagerOf(page, here),
    });
  }
}

function officeAddress(campaign: string, phase: string): string {
  return address('/van-phong', { 'phong-trao': campaign, 'giai-doan': phase });
}

const NONE = {
  title: 'Không có tệp nào trùng nhau',
  text: 'Khi cùng một tệp được nộp ở nhiều hồ sơ, các hồ sơ đó hiện ở đây.',
};
