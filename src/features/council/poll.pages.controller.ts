import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { takesPart } from '../../domain/council';
import { DomainError } from '../../domain/domain-error';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formList, formOptional, formText } from '../../platform/views/form';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, type View, view } from '../../platform/views/view';
import { openPhaseById } from '../campaigns/phase.queries';
import type { ItemRow } from './item.entity';
import { type Asked, askedOf, visibleAsked, votersOf } from './item.queries';
import { votesIn } from './paper.view';
import { itemsIn } from './poll.items';
import { PollService } from './poll.service';
import { type PollPage, annulView, closingView, openingView, opinionView } from './poll.view';
import { askedIn } from './session.detail';
import { type Seated, visibleSession } from './session.queries';
import { VotingService } from './voting.service';

/** The office opens, ends and annuls ballots, and enters written opinions. */
@Controller('hoi-dong/:id')
export class PollPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PollService) private readonly polls: PollService,
    @Inject(VotingService) private readonly voting: VotingService,
  ) {}

  @Get('bieu-quyet')
  @Requires('council.manage')
  opening(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.openingPage(actor, id, {}, noRefusal);
  }

  @Post('bieu-quyet')
  @Requires('council.manage')
  open(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    return attempt(() => this.polls.open(actor, id, formList(body, 'chon')), {
      done: () => new Redirect(`/hoi-dong/${id}`, 'polls-opened'),
      again: (refusal) => this.openingPage(actor, id, body, refusal),
    });
  }

  @Get('kiem-phieu')
  @Requires('council.manage')
  closing(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.closingPage(actor, id, {}, noRefusal);
  }

  @Post('kiem-phieu')
  @Requires('council.manage')
  close(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const closing = { items: formList(body, 'chon'), reason: formOptional(body, 'ly-do') };
    return attempt(() => this.polls.close(actor, id, closing), {
      done: () => new Redirect(`/hoi-dong/${id}`, 'polls-closed'),
      again: (refusal) => this.closingPage(actor, id, body, refusal),
    });
  }

  @Get('muc/:item/huy')
  @Requires('council.manage')
  annulling(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('item') item: string) {
    return this.annulPage(actor, id, item, {}, noRefusal);
  }

  @Post('muc/:item/huy')
  @Requires('council.manage')
  annul(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('item') item: string,
    @Body() body: FormBody,
  ) {
    return attempt(() => this.polls.annul(actor, id, item, formText(body, 'ly-do')), {
      done: () => new Redirect(`/hoi-dong/${id}`, 'poll-annulled'),
      again: (refusal) => this.annulPage(actor, id, item, body, refusal),
    });
  }

  @Get('y-kien')
  @Requires('council.manage')
  opinion(@CurrentActor() actor: Actor, @Param('id') id: string, @Query('thanh-vien') seat?: string) {
    return this.opinionPage(actor, id, String(seat ?? ''), {}, noRefusal);
  }

  @Post('y-kien')
  @Requires('council.manage')
  enter(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const seatId = formText(body, 'thanh-vien');
    const work = async () => {
      const page = await this.page(actor, id, ['open'], body, noRefusal);
      const seat = page.seats.find((each) => each.id === seatId);
      const votes = votesIn(body, seat ? writtenBy(seat, page) : []);
      return this.voting.enter(actor, id, { seat: seatId, votes, document: formText(body, 'van-ban') });
    };
    return attempt(work, {
      done: () => new Redirect(`/hoi-dong/${id}`, 'opinion-entered'),
      again: (refusal) => this.opinionPage(actor, id, seatId, body, refusal),
    });
  }

  private async openingPage(actor: Actor, id: string, body: FormBody, refusal: Refusal): Promise<View> {
    const page = await this.page(actor, id, ['waiting'], body, refusal);
    return view('council/open-polls', 'Mở biểu quyết', openingView(page));
  }

  private async closingPage(actor: Actor, id: string, body: FormBody, refusal: Refusal): Promise<View> {
    const page = await this.page(actor, id, ['open'], body, refusal);
    return view('council/close-polls', 'Kết thúc biểu quyết', closingView(page));
  }

  /** Of a ballot that has ended meanwhile too: the refusal that says so stands above its question. */
  private async annulPage(
    actor: Actor,
    id: string,
    itemId: string,
    body: FormBody,
    refusal: Refusal,
  ): Promise<View> {
    const { reader } = this.unitOfWork;
    const page = await this.page(actor, id, [], body, refusal);
    const items = await itemsIn(reader, id, [itemId]);
    const [asked] = visibleAsked(actor, await askedOf(reader, [page.session], items, page.seats));
    if (!asked) throw new DomainError('item-not-found', { item: itemId });
    if (refusal === noRefusal && asked.item.state !== 'open') throw new DomainError('ballot-not-open');
    return view('council/annul', 'Hủy biểu quyết', annulView(page, asked));
  }

  private async opinionPage(
    actor: Actor,
    id: string,
    seatId: string,
    body: FormBody,
    refusal: Refusal,
  ): Promise<View> {
    const page = await this.page(actor, id, ['open'], body, refusal);
    const members = page.seats.filter((seat) => takesPart(seat) && writtenBy(seat, page).length > 0);
    const seat = members.find((each) => each.id === seatId);
    const own = { ...page, asked: seat ? writtenBy(seat, page) : [] };
    return view('council/opinion', 'Ghi ý kiến bằng văn bản', opinionView(own, seat, members));
  }

  private async page(
    actor: Actor,
    id: string,
    states: ItemRow['state'][],
    body: FormBody,
    refusal: Refusal,
  ): Promise<PollPage> {
    const { reader } = this.unitOfWork;
    const session = await visibleSession(reader, actor, id);
    const { campaign } = await openPhaseById(reader, session.phaseId);
    return { session, campaign, ...(await askedIn(reader, actor, session, states)), body, refusal };
  }
}

/** The questions that the office can still enter an opinion of this member on. */
function writtenBy(seat: Seated, { asked, seats }: Pick<PollPage, 'asked' | 'seats'>): Asked[] {
  return asked.filter((each) => {
    const { method } = each.item;
    const inWriting = method === 'written' || (method === 'open' && seat.attendance === 'written');
    return inWriting && !each.voted.has(seat.id) && votersOf(each, seats).includes(seat);
  });
}
