import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { sheetAnswer } from '../../../platform/sheets/list-sheet';
import { type FormBody, formText } from '../../../platform/views/form';
import { pageNumber } from '../../../platform/views/pager';
import { view } from '../../../platform/views/view';
import { duplicateFiles } from '../../evidence/duplicate-file.queries';
import { phaseChoices } from '../../campaigns/phase.choices';
import { chosenPhase } from '../desk-phase.queries';
import { caseFor } from '../detail/case.queries';
import { compareView } from './compare.view';
import { copiesIn } from './copies.queries';
import { copiesSheet, copiesView } from './copies.view';

const MOST_FILES = 50;

/** What may have been copied: one nominee twice, one initiative twice, one text twice, one file twice. */
@Controller('van-phong/trung-lap')
export class CopiesPagesController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Requires('allocation.read')
  async list(@CurrentActor() actor: Actor, @Query() query: FormBody) {
    const { reader } = this.unitOfWork;
    const choices = await phaseChoices(reader);
    const open = await chosenPhase(reader, query, choices);
    if (!open) return view('desk/no-phase', 'Nghi trùng lặp');
    const copies = await copiesIn(reader, open.phase);
    if (formText(query, 'dang') === 'xlsx') return sheetAnswer('nghi-trung-lap', copiesSheet(open, copies));
    const range = { skip: 0, take: MOST_FILES };
    const [files] = await duplicateFiles(reader, actor, open.phase.id, range);
    const page = pageNumber(formText(query, 'trang'));
    return view('desk/copies', 'Nghi trùng lặp', copiesView({ open, choices, copies, files, page }));
  }

  @Get('so-sanh')
  @Requires('allocation.read')
  async compare(@CurrentActor() actor: Actor, @Query() query: FormBody) {
    const { reader } = this.unitOfWork;
    const one = await caseFor(reader, actor, formText(query, 'a'));
    const other = await caseFor(reader, actor, formText(query, 'b'));
    return view('desk/compare', 'So sánh hai đề nghị', compareView(one, other));
  }
}
