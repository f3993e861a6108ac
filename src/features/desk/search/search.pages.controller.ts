import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { sheetAnswer } from '../../../platform/sheets/list-sheet';
import { type FormBody, formText } from '../../../platform/views/form';
import { view } from '../../../platform/views/view';
import type { OpenPhase } from '../../campaigns/phase.queries';
import { visibleNominations } from '../../nominations/nomination.scope';
import { unitChoices } from '../board/board.queries';
import { phaseChoices } from '../../campaigns/phase.choices';
import { chosenPhase } from '../desk-phase.queries';
import { PAGE_SIZE, filterOf, searchQuery } from './search.query';
import { searchSheet, searchView } from './search.view';

const EVERYTHING = 1_000_000;

/** The list of all nominations of a phase, searched, filtered and put in order by its address. */
@Controller('van-phong/tim')
export class SearchPagesController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Requires('allocation.read')
  async list(@CurrentActor() actor: Actor, @Query() asked: FormBody) {
    const { reader } = this.unitOfWork;
    const choices = await phaseChoices(reader);
    const open = await chosenPhase(reader, asked, choices);
    if (!open) return view('desk/no-phase', 'Tìm hồ sơ');
    if (formText(asked, 'dang') === 'xlsx') return this.sheet(actor, open, asked);
    const query = searchQuery(asked);
    const filter = filterOf(query, { skip: (query.page - 1) * PAGE_SIZE, take: PAGE_SIZE });
    const [lines, total] = await visibleNominations(reader, actor, open.phase, filter);
    const units = await unitChoices(reader, actor, open.phase, query.unit);
    return view('desk/search', 'Tìm hồ sơ', searchView(actor, { open, choices, query, lines, total, units }));
  }

  private async sheet(actor: Actor, open: OpenPhase, asked: FormBody) {
    const filter = filterOf(searchQuery(asked), { skip: 0, take: EVERYTHING });
    const [lines] = await visibleNominations(this.unitOfWork.reader, actor, open.phase, filter);
    return sheetAnswer('danh-sach-de-nghi', searchSheet(open, lines));
  }
}
