import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { phaseTitle } from '../../../domain/plan-names';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Page } from '../../../platform/http/page';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { sheetAnswer } from '../../../platform/sheets/list-sheet';
import { WHOLE_LIST, sheetHref, wantsSheet } from '../../../platform/sheets/whole-list';
import { pageQuery, pagerOf } from '../../../platform/views/pager';
import { view } from '../../../platform/views/view';
import { openPhase } from '../../campaigns/phase.queries';
import { duplicateFiles } from '../../evidence/duplicate-file.queries';
import { deskTabs, duplicatesAddress, phaseWithPlan } from '../desk-phase.view';
import { duplicatesSheet } from './duplicates.sheet';
import { DUPLICATE_COLUMNS, duplicateRows } from '../../evidence/evidence-file.view';

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
    const open = await openPhase(reader, code, phaseCode);
    const { id } = open.phase;
    if (wantsSheet(form)) {
      const [groups] = await duplicateFiles(reader, actor, id, WHOLE_LIST);
      return sheetAnswer(
        'tep-minh-chung-trung',
        duplicatesSheet(phaseTitle(open.campaign, open.phase.code), groups),
      );
    }
    const query = pageQuery(number);
    const page = Page.of(await duplicateFiles(reader, actor, id, Page.range(query)), query);
    const here = duplicatesAddress(open);
    return view('desk/duplicates', 'Tệp minh chứng trùng nhau', {
      lead: phaseWithPlan(open),
      tabs: deskTabs(open, 'files'),
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

const NONE = {
  title: 'Không có tệp nào trùng nhau',
  text: 'Khi cùng một tệp được nộp ở nhiều hồ sơ, các hồ sơ đó hiện ở đây.',
};
