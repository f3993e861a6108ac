import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { WHOLE_LIST, wantsSheet } from '../../platform/sheets/whole-list';
import { view } from '../../platform/views/view';
import { pageNumber } from '../../platform/views/pager';
import { ownUnitName } from '../nominations/own-text';
import { boardDeadlines, boardLines, boardPhases, boardTasks } from './unit-board.queries';
import { unitBoardSheet } from './unit-board.sheet';
import { boardView } from './unit-board.view';

const SIZE = 50;
const MOST_TASKS = 20;

/** The first page of a unit: what it has to do, and where its nominations are. */
@Controller('don-vi')
export class UnitBoardPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('nomination.submit')
  async board(@CurrentActor() actor: Actor, @Query('trang') page?: string, @Query('dang') form?: unknown) {
    const { reader } = this.unitOfWork;
    const [unitId, number] = [actor.unitId ?? '', pageNumber(page)];
    const unit = (await ownUnitName(reader, actor)) ?? '';
    const phases = await boardPhases(reader, unitId);
    if (wantsSheet(form)) {
      const [lines] = await boardLines(reader, unitId, WHOLE_LIST);
      return sheetAnswer('de-nghi-cua-don-vi', unitBoardSheet(unit, phases, lines));
    }
    const [lines, total] = await boardLines(reader, unitId, { skip: (number - 1) * SIZE, take: SIZE });
    const tasks = await boardTasks(reader, unitId, MOST_TASKS);
    const ids = phases.map(({ id }) => id);
    const deadlines = await boardDeadlines(reader, ids, unitId);
    const board = { unit, unitId, phases, lines, tasks, deadlines, now: this.clock.now() };
    const model = boardView({ ...board, page: { number, size: SIZE, total } });
    return view('drafting/board', 'Đề nghị của đơn vị', model);
  }
}
