import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Page } from '../../../platform/http/page';
import { Requires } from '../../../platform/http/requires';
import { message } from '../../../platform/messages/message';
import { sheetAnswer } from '../../../platform/sheets/list-sheet';
import { WHOLE_LIST, wantsSheet } from '../../../platform/sheets/whole-list';
import { pageQuery } from '../../../platform/views/pager';
import { view } from '../../../platform/views/view';
import { auditHead } from '../../audit/audit.queries';
import { listDecisions } from '../decision.queries';
import { leaderPhase } from './leader-phase';
import { registerPage } from './register-page.view';
import { registerSheet } from './register.sheet';

/** All decisions of a phase, also those that are no longer in force. */
@Controller('lanh-dao/:code/:phase/so-quyet-dinh')
export class RegisterPagesController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Requires('allocation.read')
  async register(
    @Param('code') code: string,
    @Param('phase') phaseCode: string,
    @Query('trang') page?: string,
    @Query('dang') form?: unknown,
  ) {
    const { reader } = this.unitOfWork;
    const phase = await leaderPhase(reader, code, phaseCode);
    if (wantsSheet(form)) {
      const [lines] = await listDecisions(reader, phase.phase.id, WHOLE_LIST);
      return sheetAnswer('so-quyet-dinh', registerSheet(phase, lines));
    }
    const query = pageQuery(page);
    const found = await listDecisions(reader, phase.phase.id, Page.range(query));
    const model = registerPage(phase, Page.of(found, query), await auditHead(reader));
    return view('awards/register', message('leader.tab.register'), model);
  }
}
