import { Controller, Get, Inject, Param } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { view } from '../../platform/views/view';
import { agreementIn } from './agreement.queries';
import { agreementPage } from './agreement.view';
import { visibleSession } from './session.queries';

/** How far the scorers agree, in plain words. */
@Controller('hoi-dong/:id/thong-nhat')
export class AgreementPagesController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Requires('council.manage')
  async page(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const { reader } = this.unitOfWork;
    const session = await visibleSession(reader, actor, id);
    const pools = await agreementIn(reader, session.phaseId);
    return view('council/agreement', 'Mức thống nhất khi chấm', agreementPage(pools, session));
  }
}
