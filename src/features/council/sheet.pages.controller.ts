import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { hasVote } from '../../domain/council';
import { DomainError } from '../../domain/domain-error';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { WHOLE_LIST, wantsSheet } from '../../platform/sheets/whole-list';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formNumber, formText } from '../../platform/views/form';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, type View, view } from '../../platform/views/view';
import { pageNumber } from '../../platform/views/pager';
import { openPhaseById } from '../campaigns/phase.queries';
import { entriesOf } from '../nominations/nomination.rows';
import { sheetOf } from '../nominations/sheet.store';
import { isTooNear } from './item.queries';
import { entersForOthers } from './scorer';
import { type Seated, seatedIn, visibleSession } from './session.queries';
import type { SessionRow } from './session.entity';
import { nomineeIn, setOf, sheetBoard } from './sheet.queries';
import { SheetService } from './sheet.service';
import { boardView, pointsIn, sheetView, shownMembers } from './sheet.view';
import { boardSheet, pointsSheet } from './sheets.sheet';

const SIZE = 25;

/** Members fill their score sheets; the office enters those that came on paper. */
@Controller('hoi-dong/:id/cham-diem')
export class SheetPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SheetService) private readonly sheets: SheetService,
  ) {}

  @Get()
  @Requires('sheet.write')
  async board(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query('trang') page?: string,
    @Query('dang') form?: unknown,
    @Query('bang') list?: unknown,
  ) {
    const { reader } = this.unitOfWork;
    const session = await visibleSession(reader, actor, id);
    if (wantsSheet(form)) return this.sheet(actor, session, list);
    const number = pageNumber(page);
    const board = await sheetBoard(reader, actor, session, { skip: (number - 1) * SIZE, take: SIZE });
    const own = board.members.find(({ personId }) => personId === actor.id);
    const who = { own, all: entersForOthers(actor) };
    return view('council/sheets', 'Phiếu chấm điểm', boardView(session, board, who, { number, size: SIZE }));
  }

  @Get(':nomination')
  @Requires('sheet.write')
  form(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('nomination') nomination: string,
    @Query('thanh-vien') seat?: string,
  ) {
    return this.sheetPage(actor, id, nomination, String(seat ?? ''), null, noRefusal);
  }

  @Post(':nomination')
  @Requires('sheet.write')
  save(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('nomination') nomination: string,
    @Body() body: FormBody,
  ) {
    const seat = formText(body, 'thanh-vien');
    return attempt(() => this.score(actor, id, nomination, body), {
      done: () => new Redirect(`/hoi-dong/${id}/cham-diem`, 'sheet-saved'),
      again: (refusal) => this.sheetPage(actor, id, nomination, seat, body, refusal),
    });
  }

  private async sheet(actor: Actor, session: SessionRow, list: unknown) {
    const board = await sheetBoard(this.unitOfWork.reader, actor, session, WHOLE_LIST);
    const own = board.members.find(({ personId }) => personId === actor.id);
    const members = shownMembers(board.members, { own, all: entersForOthers(actor) });
    return list === 'diem'
      ? sheetAnswer('diem-tung-tieu-chi', pointsSheet(session.title, board, members))
      : sheetAnswer('phieu-cham-diem', boardSheet(session.title, board, members));
  }

  private async score(actor: Actor, id: string, nominationId: string, body: FormBody) {
    const { reader } = this.unitOfWork;
    const session = await visibleSession(reader, actor, id);
    const nominee = await nomineeIn(reader, actor, session, nominationId);
    const { campaign } = await openPhaseById(reader, session.phaseId);
    const member = await this.memberOf(actor, id, formText(body, 'thanh-vien'));
    const recused = formText(body, 'viec') === 'khong-cham';
    const points = recused ? {} : pointsIn(body, setOf(campaign, nominee)?.criteria ?? []);
    const seen = formNumber(body, 'version');
    return this.sheets.score(actor, nominationId, member.name, { seen, recused, points });
  }

  private async sheetPage(
    actor: Actor,
    id: string,
    nominationId: string,
    seatId: string,
    body: FormBody | null,
    refusal: Refusal,
  ): Promise<View> {
    const { reader } = this.unitOfWork;
    const session = await visibleSession(reader, actor, id);
    const nominee = await nomineeIn(reader, actor, session, nominationId);
    const { campaign } = await openPhaseById(reader, session.phaseId);
    const member = await this.memberOf(actor, id, seatId);
    const row = await sheetOf(reader, nominationId, { layer: 'council', member: member.name });
    const sheet = { recused: Boolean(row.recused), version: row.version, entries: entriesOf(row) };
    const tooNear = isTooNear(member, nominee, new Set());
    const forOther = member.personId !== actor.id;
    const page = { session, campaign, nominee, member, forOther, tooNear, sheet, body, refusal };
    return view('council/sheet', 'Phiếu chấm điểm', sheetView(page));
  }

  /** One’s own seat; of the office the one that is named. Throws `seat-without-vote` or `seat-not-found`. */
  private async memberOf(actor: Actor, id: string, seatId: string): Promise<Seated> {
    const members = (await seatedIn(this.unitOfWork.reader, id)).filter(hasVote);
    if (seatId !== '' && entersForOthers(actor)) {
      const named = members.find((seat) => seat.id === seatId);
      if (!named) throw new DomainError('seat-not-found', { seat: seatId });
      return named;
    }
    const own = members.find(({ personId }) => personId === actor.id);
    if (!own) throw new DomainError('seat-without-vote');
    return own;
  }
}
