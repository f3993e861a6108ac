import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { message } from '../../platform/messages/message';
import { attempt } from '../../platform/views/attempt';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, view } from '../../platform/views/view';
import { ACCOUNTS } from './account.view';
import { personById } from './person.queries';
import { PersonService } from './person.service';
import { Tokens } from './tokens.service';

/** What the administrator asks once more about; the second word is the address. */
const CHANGES = { reset: 'cap-lai-mat-khau', disable: 'khoa', enable: 'mo-lai' } as const;
type Change = keyof typeof CHANGES;

/** Gives a new password, closes and opens an account: each on a page of its own that says what follows. */
@Controller('quan-tri/tai-khoan/:id')
@Requires('account.manage')
export class AccountStatePagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PersonService) private readonly persons: PersonService,
    @Inject(Tokens) private readonly tokens: Tokens,
  ) {}

  @Get(CHANGES.reset)
  askReset(@Param('id') id: string) {
    return this.question(id, 'reset', noRefusal);
  }

  /** The password stands on this answer and nowhere else. */
  @Post(CHANGES.reset)
  reset(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return attempt(() => this.persons.reset(actor, id), {
      done: ({ person: { name, username }, password }) =>
        view('accounts/password-shown', 'Mật khẩu dùng một lần', {
          person: { name, username },
          password,
          added: false,
        }),
      again: (refusal) => this.question(id, 'reset', refusal),
    });
  }

  @Get(CHANGES.disable)
  askDisable(@Param('id') id: string) {
    return this.question(id, 'disable', noRefusal);
  }

  @Post(CHANGES.disable)
  disable(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return attempt(() => this.persons.disable(actor, id), {
      done: () => new Redirect(`${ACCOUNTS}/${id}`, 'account-disabled'),
      again: (refusal) => this.question(id, 'disable', refusal),
    });
  }

  @Get(CHANGES.enable)
  askEnable(@Param('id') id: string) {
    return this.question(id, 'enable', noRefusal);
  }

  @Post(CHANGES.enable)
  enable(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return attempt(() => this.persons.enable(actor, id), {
      done: () => new Redirect(`${ACCOUNTS}/${id}`, 'account-enabled'),
      again: (refusal) => this.question(id, 'enable', refusal),
    });
  }

  @Post('ma-truy-cap/:token/thu-hoi')
  async revoke(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('token') token: string) {
    await this.tokens.revoke(actor, token);
    return new Redirect(`${ACCOUNTS}/${id}`, 'token-revoked');
  }

  private async question(id: string, change: Change, refusal: Refusal) {
    const { name, username } = await personById(this.unitOfWork.reader, id);
    const text = (part: string) => message(`account.${change}.${part}`, { name, username });
    return view('accounts/question', text('heading'), {
      heading: text('heading'),
      text: text('text'),
      button: text('button'),
      at: `${ACCOUNTS}/${id}`,
      to: `${ACCOUNTS}/${id}/${CHANGES[change]}`,
      person: { name, username },
      refused: refusal.detail,
    });
  }
}
