import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../../domain/access';
import { CurrentActor, Public, Requires } from '../../platform/http/requires';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formSecret, formText } from '../../platform/views/form';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, view } from '../../platform/views/view';
import { DemoAccounts } from './demo-accounts';
import { localPath } from './local-path';
import { LoginService } from './login.service';
import { PersonService } from './person.service';
import { closeSession, openSession } from './web-session';

/** The field of the form in which each refusal of a new password is mended. */
const FIELD_OF_PASSWORD = {
  'wrong-password': 'old',
  'password-same': 'wanted',
  'password-too-short': 'wanted',
  'password-too-long': 'wanted',
  'password-is-name': 'wanted',
  'password-differs': 'again',
};

@Controller()
export class LoginPagesController {
  constructor(
    @Inject(LoginService) private readonly logins: LoginService,
    @Inject(PersonService) private readonly persons: PersonService,
    @Inject(DemoAccounts) private readonly demo: DemoAccounts,
  ) {}

  @Get('dang-nhap')
  @Public()
  form(@Query('tiep') next?: string) {
    return this.loginForm({ username: '', next: localPath(next) }, noRefusal);
  }

  @Post('dang-nhap')
  @Public()
  logIn(@Req() request: Request, @Body() body: FormBody) {
    const [username, next] = [formText(body, 'username'), localPath(formText(body, 'next'))];
    const credentials = { username, password: formSecret(body, 'password'), address: request.ip ?? '' };
    return attempt(() => this.open(request, credentials), {
      done: ({ mustChange }) => new Redirect(mustChange ? '/tai-khoan/mat-khau' : next),
      again: (refusal) => this.loginForm({ username, next }, refusal),
    });
  }

  @Post('dang-xuat')
  @Public()
  async logOut(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await closeSession(request);
    response.clearCookie('thidua', { path: '/' });
    return new Redirect('/dang-nhap', 'logged-out');
  }

  @Get('tai-khoan/mat-khau')
  @Requires('account.self')
  passwordForm() {
    return passwordPage(noRefusal);
  }

  @Post('tai-khoan/mat-khau')
  @Requires('account.self')
  changePassword(@CurrentActor() actor: Actor, @Req() request: Request, @Body() body: FormBody) {
    const passwords = { old: formSecret(body, 'old'), wanted: formSecret(body, 'wanted') };
    const again = formSecret(body, 'again');
    return attempt(() => this.persons.changePassword(actor, { ...passwords, again }), {
      done: async (person) => {
        await openSession(request, person);
        return new Redirect('/', 'password-changed');
      },
      again: passwordPage,
      typed: FIELD_OF_PASSWORD,
    });
  }

  private async open(
    request: Request,
    credentials: { username: string; password: string; address: string },
  ): Promise<{ mustChange: boolean }> {
    const person = await this.logins.identify(credentials);
    await openSession(request, person);
    return { mustChange: Boolean(person.mustChangePassword) };
  }

  private async loginForm(values: { username: string; next: string }, refusal: Refusal) {
    const world = (await this.demo.open()) ?? null;
    return view('accounts/login', 'Đăng nhập', { ...values, refusal, world });
  }
}

function passwordPage(refusal: Refusal) {
  const errorsOf = (name: string) => refusal.byField[name] ?? null;
  const errors = { old: errorsOf('old'), wanted: errorsOf('wanted'), again: errorsOf('again') };
  return view('accounts/password', 'Đổi mật khẩu', { refusal, errors });
}
