import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formOptional } from '../../platform/views/form';
import { errorSummary } from '../../platform/views/form-field';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, view } from '../../platform/views/view';
import { accountFacts, tokensView } from './account.view';
import { personById, unitNames } from './person.queries';
import { Tokens } from './tokens.service';

/** Who one is here, and the tokens for programs of one's own. */
@Controller('tai-khoan')
@Requires('account.own')
export class OwnAccountPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Tokens) private readonly tokens: Tokens,
  ) {}

  @Get()
  own(@CurrentActor() actor: Actor) {
    return this.page(actor, '', noRefusal);
  }

  /** The token stands on this answer and nowhere else. */
  @Post('ma-truy-cap')
  make(@CurrentActor() actor: Actor, @Body() body: FormBody) {
    const name = formOptional(body, 'name');
    return attempt(() => this.tokens.make(actor, name), {
      done: ({ token, name: kept }) =>
        view('accounts/token-shown', 'Mã truy cập mới', { token, tokenName: kept }),
      again: (refusal) => this.page(actor, name ?? '', refusal),
    });
  }

  @Post('ma-truy-cap/:token/thu-hoi')
  async revoke(@CurrentActor() actor: Actor, @Param('token') token: string) {
    await this.tokens.revokeOwn(actor, token);
    return new Redirect('/tai-khoan', 'token-revoked');
  }

  private async page(actor: Actor, typed: string, refusal: Refusal) {
    const { reader } = this.unitOfWork;
    const row = await personById(reader, actor.id);
    const unit = (await unitNames(reader, [row])).get(row.unitId ?? '');
    return view('accounts/own', 'Tài khoản của tôi', {
      person: { name: row.name },
      about: accountFacts(row, unit),
      tokens: tokensView(await this.tokens.list(actor.id), '/tai-khoan/ma-truy-cap'),
      typed,
      summary: errorSummary(refusal),
    });
  }
}
