import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { sheetAnswer } from '../../../platform/sheets/list-sheet';
import { type FormBody, formText } from '../../../platform/views/form';
import { pageNumber } from '../../../platform/views/pager';
import { view } from '../../../platform/views/view';
import { deadlineOf } from '../../deadlines/deadline.queries';
import { phaseChoices } from '../../campaigns/phase.choices';
import { chosenPhase } from '../desk-phase.queries';
import { unitStandings } from './board.queries';
import { boardSheet, boardView } from './board.view';

/** The first page of the office: who has sent what, and what waits. */
@Controller('van-phong')
export class BoardPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('allocation.read')
  async board(@CurrentActor() actor: Actor, @Query() query: FormBody) {
    const { reader } = this.unitOfWork;
    const choices = await phaseChoices(reader);
    const open = await chosenPhase(reader, query, choices);
    if (!open) return view('desk/no-phase', 'Văn phòng');
    const standings = await unitStandings(reader, actor, open.phase);
    if (formText(query, 'dang') === 'xlsx') return sheetAnswer('tien-do-don-vi', boardSheet(open, standings));
    const due = await deadlineOf(reader, open.phase.id, 'submission', this.clock.now());
    const only = formText(query, 'nhom') === 'chua-gui' ? 'chua-gui' : '';
    const page = pageNumber(formText(query, 'trang'));
    return view('desk/board', 'Văn phòng', boardView({ open, choices, standings, only, page, due }));
  }
}
