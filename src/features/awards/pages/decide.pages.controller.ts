import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { message } from '../../../platform/messages/message';
import { attempt } from '../../../platform/views/attempt';
import { type FormBody, formList, formOptional, formText } from '../../../platform/views/form';
import { pageQuery } from '../../../platform/views/pager';
import { type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import { Redirect, view } from '../../../platform/views/view';
import { typedDay } from '../../../platform/text/vietnam-time';
import { quotaStanding } from '../../campaigns/quota.queries';
import { listDecisions } from '../decision.queries';
import { DecisionService } from '../decision.service';
import { Evaluations } from '../evaluations';
import { isFresh } from '../proposal.ground';
import { newestProposal } from '../proposal.queries';
import { eventsOf } from '../succession';
import { type Failure, oneByOne } from './bulk';
import { decidePage } from './decide-page.view';
import { leaderAddress, leaderPhase } from './leader-phase';
import { type TypedChoice, otherwisePage } from './otherwise-page.view';

/** As many as a page can hold; more wait for the next look. */
const MOST_WAITING = 200;

/** Where leadership decides by the proposal, or otherwise with a reason, and confirms what the other has decided. */
@Controller('lanh-dao/:code/:phase/quyet-dinh')
export class DecidePagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DecisionService) private readonly decisions: DecisionService,
    @Inject(Evaluations) private readonly evaluations: Evaluations,
  ) {}

  @Get()
  @Requires('allocation.read')
  page(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Query() query: Record<string, string>,
  ) {
    return this.shown(actor, code, phase, { query, failures: [] });
  }

  @Post()
  @Requires('allocation.decide')
  async decide(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() body: FormBody,
  ) {
    const [proposal, award, pool] = ['proposal', 'award', 'pool'].map((name) => formText(body, name));
    const choice = { proposal: proposal ?? '', award: award ?? '' };
    const failures = await oneByOne(formList(body, 'chon'), (nomination) =>
      this.decisions.decide(actor, code, phase, { ...choice, nomination }),
    );
    const query = { 'hinh-thuc': award ?? '', nhom: pool ?? '' };
    if (failures.length > 0) return this.shown(actor, code, phase, { query, failures });
    const back = `${leaderAddress(code, phase)}/quyet-dinh?${new URLSearchParams(query).toString()}`;
    return new Redirect(back, 'decided');
  }

  @Post('xac-nhan')
  @Requires('allocation.confirm')
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() body: FormBody,
  ) {
    const failures = await oneByOne(formList(body, 'chon'), (id) =>
      this.decisions.confirm(actor, code, phase, id),
    );
    if (failures.length > 0) return this.shown(actor, code, phase, { query: {}, failures });
    return new Redirect(`${leaderAddress(code, phase)}/quyet-dinh`, 'confirmed');
  }

  @Get('khac')
  @Requires('allocation.decide')
  form(@Param('code') code: string, @Param('phase') phase: string, @Query() query: Record<string, string>) {
    const typed = { nomination: query['ma'], award: query['hinh-thuc'], reason: query['ly-do'] };
    return this.otherwise(code, phase, typedOf(typed), noRefusal);
  }

  @Post('khac')
  @Requires('allocation.decide')
  decideOtherwise(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() body: FormBody,
  ) {
    const typed = typedOf(body);
    const date = formOptional(body, 'date');
    const choice = {
      ...typed,
      proposal: formText(body, 'proposal'),
      reason: formOptional(body, 'reason'),
      number: formOptional(body, 'number'),
      date: date === undefined ? undefined : typedDay(date),
    };
    return attempt(() => this.decisions.decide(actor, code, phase, choice), {
      done: ({ id }) => new Redirect(`${leaderAddress(code, phase)}/quyet-dinh/${id}`, 'decided'),
      again: (refusal) => this.otherwise(code, phase, typed, refusal),
      typed: { 'nomination-not-found': 'nomination', 'award-not-found': 'award' },
    });
  }

  private async shown(
    actor: Actor,
    code: string,
    phaseCode: string,
    { query, failures }: { query: Record<string, string>; failures: Failure[] },
  ) {
    const { reader } = this.unitOfWork;
    const phase = await leaderPhase(reader, code, phaseCode);
    const { id } = phase.phase;
    const newest = await newestProposal(reader, id);
    const proposal = newest && isFresh(newest, phase.phase) ? newest : null;
    const evaluated = proposal && (await this.evaluations.ofPhase(phase.phase));
    const quotas = await quotaStanding(reader, phase);
    const { decided } = await eventsOf(reader, id);
    const [waiting] = await listDecisions(
      reader,
      id,
      { skip: 0, take: MOST_WAITING },
      { status: 'proposed' },
    );
    const asked = { ...pageQuery(query['trang']), award: query['hinh-thuc'], pool: query['nhom'] };
    const data = { actor, phase, evaluated, proposal, quotas, decided, waiting };
    const model = { ...decidePage(data, asked), failures };
    return view('awards/decide', message('leader.tab.decide'), model, {
      status: failures.length > 0 ? 422 : 200,
    });
  }

  private async otherwise(code: string, phaseCode: string, typed: TypedChoice, refusal: Refusal) {
    const { reader } = this.unitOfWork;
    const phase = await leaderPhase(reader, code, phaseCode);
    const newest = await newestProposal(reader, phase.phase.id);
    const evaluated = await this.evaluations.ofPhase(phase.phase);
    const { decided } = await eventsOf(reader, phase.phase.id);
    const proposal = newest && isFresh(newest, phase.phase) ? newest : null;
    const model = otherwisePage({ phase, evaluated, proposal, decided }, typed, refusal);
    return view('awards/otherwise', model.head.heading, model);
  }
}

function typedOf(body: FormBody): TypedChoice {
  const field = (name: string) => formText(body, name);
  return {
    nomination: field('nomination'),
    award: field('award'),
    reason: field('reason'),
    number: field('number'),
    date: field('date'),
  };
}
