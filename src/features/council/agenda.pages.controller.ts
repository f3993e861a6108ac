import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../domain/access';
import { BALLOT_METHODS, type BallotMethod } from '../../domain/council';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formList, formText } from '../../platform/views/form';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, type View, view } from '../../platform/views/view';
import { pageNumber } from '../../platform/views/pager';
import { openPhaseById } from '../campaigns/phase.queries';
import { NominationRow } from '../nominations/nomination.entity';
import { candidatesFor } from './agenda.queries';
import { AgendaService } from './agenda.service';
import { agendaView, runOffView } from './agenda.view';
import { pendingTies } from './run-off.queries';
import { RunOffService } from './run-off.service';
import { askedIn } from './session.detail';
import { visibleSession } from './session.queries';

const SIZE = 50;

/** The office makes the agenda of a session. */
@Controller('hoi-dong/:id')
export class AgendaPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AgendaService) private readonly agenda: AgendaService,
    @Inject(RunOffService) private readonly runOffs: RunOffService,
  ) {}

  @Get('chuong-trinh')
  @Requires('council.manage')
  form(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query('q') q?: string,
    @Query('trang') page?: string,
  ) {
    return this.agendaPage(actor, id, {}, noRefusal, { q: String(q ?? ''), number: pageNumber(page) });
  }

  @Post('chuong-trinh')
  @Requires('council.manage')
  add(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const wanted = {
      nominations: formList(body, 'chon'),
      awards: formList(body, 'hinh-thuc'),
      method: methodIn(body),
    };
    return attempt(() => this.agenda.add(actor, id, wanted), {
      done: () => new Redirect(`/hoi-dong/${id}/chuong-trinh`, 'agenda-added'),
      again: (refusal) => this.agendaPage(actor, id, body, refusal, { q: '', number: 1 }),
    });
  }

  @Post('muc/:item/bo')
  @Requires('council.manage')
  async remove(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('item') item: string) {
    return attempt(() => this.agenda.remove(actor, id, item), {
      done: () => new Redirect(`/hoi-dong/${id}/chuong-trinh`, 'agenda-removed'),
      again: (refusal) => this.agendaPage(actor, id, {}, refusal, { q: '', number: 1 }),
    });
  }

  @Get('bo-phieu-lai')
  @Requires('council.manage')
  ties(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.runOffPage(actor, id, {}, noRefusal);
  }

  @Post('bo-phieu-lai')
  @Requires('council.manage')
  runOff(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const [criteriaSet = '', award = ''] = formText(body, 'dong-hang').split('/');
    return attempt(() => this.runOffs.add(actor, id, { criteriaSet, award, method: methodIn(body) }), {
      done: () => new Redirect(`/hoi-dong/${id}`, 'agenda-added'),
      again: (refusal) => this.runOffPage(actor, id, body, refusal),
    });
  }

  private async agendaPage(
    actor: Actor,
    id: string,
    body: FormBody,
    refusal: Refusal,
    { q, number }: { q: string; number: number },
  ): Promise<View> {
    const { reader } = this.unitOfWork;
    const session = await visibleSession(reader, actor, id);
    const { campaign } = await openPhaseById(reader, session.phaseId);
    const { asked } = await askedIn(reader, actor, session, ['waiting']);
    const candidates = await candidatesFor(reader, session, { q, skip: (number - 1) * SIZE, take: SIZE });
    const page = { number, size: SIZE };
    const model = agendaView({ session, campaign, waiting: asked, candidates, q, page, body, refusal });
    return view('council/agenda', 'Chương trình phiên họp', model);
  }

  private async runOffPage(actor: Actor, id: string, body: FormBody, refusal: Refusal): Promise<View> {
    const { reader } = this.unitOfWork;
    const session = await visibleSession(reader, actor, id);
    const open = await openPhaseById(reader, session.phaseId);
    const ties = await pendingTies(reader, open);
    const code = In(ties.flatMap(({ codes }) => codes));
    const rows = await reader.findBy(NominationRow, { phaseId: session.phaseId, code });
    const names = new Map(rows.map((row) => [row.code, row.name]));
    return view(
      'council/run-off',
      'Bỏ phiếu lại',
      runOffView(session, open.campaign, ties, names, body, refusal),
    );
  }
}

function methodIn(body: FormBody): BallotMethod {
  return BALLOT_METHODS.find((method) => method === formText(body, 'cach')) ?? 'secret';
}
