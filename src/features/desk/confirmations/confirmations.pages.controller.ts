import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Page } from '../../../platform/http/page';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { sheetAnswer } from '../../../platform/sheets/list-sheet';
import { WHOLE_LIST, wantsSheet } from '../../../platform/sheets/whole-list';
import { type FormBody, formText } from '../../../platform/views/form';
import { pageQuery } from '../../../platform/views/pager';
import { view } from '../../../platform/views/view';
import { CONFIRMATION_RESULTS } from '../../appraisal/confirmation.entity';
import { phaseChoices } from '../../campaigns/phase.choices';
import { chosenPhase } from '../desk-phase.queries';
import { confirmationsIn } from './confirmations.queries';
import { confirmationsSheet, confirmationsView } from './confirmations.view';

/** Whom the office has asked about the nominees of a phase, and who has answered what. */
@Controller('van-phong/xac-nhan')
export class ConfirmationsPagesController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Requires('matter.read')
  async list(@CurrentActor() actor: Actor, @Query() asked: FormBody) {
    const { reader } = this.unitOfWork;
    const choices = await phaseChoices(reader);
    const open = await chosenPhase(reader, asked, choices);
    if (!open) return view('desk/no-phase', TITLE);
    const filter = filterOf(asked);
    if (wantsSheet(asked.dang)) {
      const [all] = await confirmationsIn(reader, actor, open.phase.id, { ...filter, ...WHOLE_LIST });
      return sheetAnswer('xac-nhan-cua-co-quan', confirmationsSheet(open, all));
    }
    const query = pageQuery(formText(asked, 'trang'));
    const range = Page.range(query);
    const found = Page.of(
      await confirmationsIn(reader, actor, open.phase.id, { ...filter, ...range }),
      query,
    );
    return view('desk/confirmations', TITLE, confirmationsView({ open, choices, filter, found }));
  }
}

const TITLE = 'Xác nhận của cơ quan khác';

function filterOf(asked: FormBody) {
  const result = CONFIRMATION_RESULTS.find((each) => each === formText(asked, 'ket-qua'));
  return { q: formText(asked, 'q').slice(0, 200), result };
}
