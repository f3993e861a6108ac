import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { typedDay } from '../../../platform/text/vietnam-time';
import { attempt } from '../../../platform/views/attempt';
import { type FormBody, formFlag, formText } from '../../../platform/views/form';
import { type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import { Redirect, view } from '../../../platform/views/view';
import { DecisionEndService } from '../decision-end.service';
import { DecisionService } from '../decision.service';
import { requirePaper } from '../paper';
import { decisionPage } from './decision-page.view';
import { DecisionCases } from './decision.case';
import { type EndName, type TypedEnd, endForm } from './end-form.view';
import { leaderAddress } from './leader-phase';

const EMPTY: TypedEnd = { date: '', document: '', reason: '' };

/** One decision, and the ways in which it ends: each shows what was typed once more before it is done. */
@Controller('lanh-dao/:code/:phase/quyet-dinh/:decision')
export class DecisionPagesController {
  constructor(
    @Inject(DecisionService) private readonly decisions: DecisionService,
    @Inject(DecisionEndService) private readonly ends: DecisionEndService,
    @Inject(DecisionCases) private readonly cases: DecisionCases,
  ) {}

  @Get()
  @Requires('allocation.read')
  async one(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Param('decision') id: string,
  ) {
    const model = decisionPage(actor, await this.cases.of(code, phase, id));
    return view('awards/decision', model.head.heading, model);
  }

  @Get('thu-lai')
  @Requires('allocation.decide')
  takeBackForm(@Param() at: At) {
    return this.form(at, 'thu-lai', EMPTY, noRefusal);
  }

  @Post('thu-lai')
  @Requires('allocation.decide')
  takeBack(@CurrentActor() actor: Actor, @Param() at: At, @Body() body: FormBody) {
    const typed = typedOf(body);
    const { code, phase, decision: id } = at;
    const { reason } = typed;
    return attempt(() => this.decisions.takeBack(actor, code, phase, { id, reason }), {
      done: () => new Redirect(`${leaderAddress(code, phase)}/quyet-dinh`, 'decision-taken-back'),
      again: (refusal) => this.form(at, 'thu-lai', typed, refusal),
    });
  }

  @Get('tu-choi')
  @Requires('allocation.refuse')
  refusalForm(@Param() at: At) {
    return this.form(at, 'tu-choi', EMPTY, noRefusal);
  }

  @Post('tu-choi')
  @Requires('allocation.refuse')
  refuse(@CurrentActor() actor: Actor, @Param() at: At, @Body() body: FormBody) {
    return this.end(at, 'tu-choi', body, (typed) =>
      this.ends.refuse(actor, at.code, at.phase, { ...paperOf(typed), id: at.decision }),
    );
  }

  @Get('thu-hoi')
  @Requires('allocation.revoke')
  revocationForm(@Param() at: At) {
    return this.form(at, 'thu-hoi', EMPTY, noRefusal);
  }

  @Post('thu-hoi')
  @Requires('allocation.revoke')
  revoke(@CurrentActor() actor: Actor, @Param() at: At, @Body() body: FormBody) {
    return this.end(at, 'thu-hoi', body, (typed) =>
      this.ends.revoke(actor, at.code, at.phase, { ...paperOf(typed), id: at.decision }),
    );
  }

  /** First the form is checked and shown once more; sent from there, it is done. */
  private end(at: At, name: EndName, body: FormBody, act: (typed: TypedEnd) => Promise<unknown>) {
    const typed = typedOf(body);
    const again = (refusal: Refusal) => this.form(at, name, typed, refusal);
    if (!formFlag(body, 'xac-nhan'))
      return attempt(async () => requirePaper(paperOf(typed)), {
        done: () => this.review(at, name, typed),
        again,
      });
    const to = `${leaderAddress(at.code, at.phase)}/quyet-dinh/${at.decision}`;
    return attempt(() => act(typed), { done: () => new Redirect(to, `decision.${name}`), again });
  }

  private async form({ code, phase, decision }: At, name: EndName, typed: TypedEnd, refusal: Refusal) {
    const model = endForm(await this.cases.of(code, phase, decision), name, typed, {
      refusal,
      review: false,
    });
    return view('awards/end', model.head.heading, model);
  }

  private async review({ code, phase, decision }: At, name: EndName, typed: TypedEnd) {
    const file = await this.cases.of(code, phase, decision);
    const model = endForm(file, name, typed, { refusal: noRefusal, review: true });
    return view('awards/end', model.head.heading, model);
  }
}

/** Where a decision stands: the parts of the address. */
interface At {
  code: string;
  phase: string;
  decision: string;
}

function typedOf(body: FormBody): TypedEnd {
  return {
    date: formText(body, 'date'),
    document: formText(body, 'document'),
    reason: formText(body, 'reason'),
  };
}

function paperOf({ date, document, reason }: TypedEnd) {
  return { date: typedDay(date), document, reason };
}
