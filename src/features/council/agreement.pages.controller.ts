import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { wantsSheet } from '../../platform/sheets/whole-list';
import { view } from '../../platform/views/view';
import { agreementIn } from './agreement.queries';
import { agreementSheet } from './agreement.sheet';
import { agreementPage } from './agreement.view';
import { visibleSession } from './session.queries';

/** How far the scorers agree, in plain words. */
@Controller('hoi-dong/:id/thong-nhat')
export class AgreementPagesController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Requires('council.manage')
  async page(@CurrentActor() actor: Actor, @Param('id') id: string, @Query('dang') form?: unknown) {
    const { reader } = this.unitOfWork;
    const session = await visibleSession(reader, actor, id);
    const pools = await agreementIn(reader, session.phaseId);
    if (wantsSheet(form)) return sheetAnswer('muc-thong-nhat-khi-cham', agreementSheet(pools, session));
    return view('council/agreement', 'Mức thống nhất khi chấm', agreementPage(pools, session));
  }
}
