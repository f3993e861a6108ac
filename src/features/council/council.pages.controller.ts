import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { WHOLE_LIST, wantsSheet } from '../../platform/sheets/whole-list';
import { attempt } from '../../platform/views/attempt';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, type View, view } from '../../platform/views/view';
import { pageNumber } from '../../platform/views/pager';
import { runningSessions } from './home.queries';
import { councilHome } from './home.view';
import { problemsOf } from './problems';
import { sessionPage } from './session-page.view';
import { sessionDetail } from './session.detail';
import { listSessions, visibleSession } from './session.queries';
import { SessionService } from './session.service';
import { agendaSheet, attendanceSheet } from './session.sheet';
import { sessionsSheet } from './sessions.sheet';

const SIZE = 50;

/** The council’s own page, and the page of a session. */
@Controller('hoi-dong')
export class CouncilPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  @Get()
  @Requires('session.read')
  async home(@CurrentActor() actor: Actor, @Query('trang') page?: string, @Query('dang') form?: unknown) {
    const { reader } = this.unitOfWork;
    if (wantsSheet(form)) {
      const [lines] = await listSessions(reader, actor, WHOLE_LIST);
      return sheetAnswer('cac-phien-hop', sessionsSheet(lines));
    }
    const number = pageNumber(page);
    const found = await listSessions(reader, actor, { skip: (number - 1) * SIZE, take: SIZE });
    const running = await runningSessions(reader, actor);
    return view('council/home', 'Hội đồng', councilHome(actor, running, found, { number, size: SIZE }));
  }

  @Get(':id')
  @Requires('session.read')
  async session(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query('trang') page?: string,
    @Query('dang') form?: unknown,
    @Query('bang') list?: unknown,
  ) {
    if (wantsSheet(form)) return this.sheet(actor, id, list);
    return this.sessionView(actor, id, noRefusal, page);
  }

  @Post(':id/khai-mac')
  @Requires('council.manage')
  open(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return attempt(() => this.sessions.open(actor, id), {
      done: () => new Redirect(`/hoi-dong/${id}`, 'session-opened'),
      again: (refusal) => this.sessionView(actor, id, refusal),
    });
  }

  @Get(':id/be-mac')
  @Requires('council.manage')
  async closing(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.closingView(actor, id, noRefusal);
  }

  @Post(':id/be-mac')
  @Requires('council.manage')
  close(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return attempt(() => this.sessions.close(actor, id), {
      done: () => new Redirect(`/hoi-dong/${id}`, 'session-closed'),
      again: (refusal) => this.closingView(actor, id, refusal),
    });
  }

  private async sheet(actor: Actor, id: string, list: unknown) {
    const detail = await sessionDetail(this.unitOfWork.reader, actor, id, WHOLE_LIST);
    return list === 'thanh-phan'
      ? sheetAnswer('thanh-phan-du-hop', attendanceSheet(detail))
      : sheetAnswer('chuong-trinh-phien-hop', agendaSheet(detail));
  }

  private async sessionView(actor: Actor, id: string, refusal: Refusal, page?: string): Promise<View> {
    const number = pageNumber(page);
    const range = { skip: (number - 1) * SIZE, take: SIZE };
    const detail = await sessionDetail(this.unitOfWork.reader, actor, id, range);
    const model = { ...sessionPage(actor, detail, { number, size: SIZE }), problems: problemsOf(refusal) };
    return view('council/session', detail.session.title, model);
  }

  private async closingView(actor: Actor, id: string, refusal: Refusal): Promise<View> {
    const { title } = await visibleSession(this.unitOfWork.reader, actor, id);
    const model = { session: title, back: `/hoi-dong/${id}`, problems: problemsOf(refusal) };
    return view('council/close', 'Bế mạc phiên họp', model);
  }
}
