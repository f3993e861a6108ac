import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Problem } from '../http/problem';
import { hasMessage, message } from '../messages/message';
import { assetsVersion } from './assets';
import { expiredForm, expiredText } from './expired-form';
import { type Frame, PageFrame } from './page-frame';
import { Fragment, Redirect, View, fragment, view } from './view';
import { renderTemplate } from './web-templates';

const FLASH = 'thidua.flash';

/** Sends pages: the template in the frame, or on to the next page. */
@Injectable()
export class Pages {
  constructor(@Inject(PageFrame) private readonly frames: PageFrame) {}

  async send(
    answer: View | Redirect | Fragment,
    request: Request,
    response: Response,
    known?: Frame,
  ): Promise<void> {
    if (answer instanceof Redirect) return sendOn(answer, request, response);
    const html =
      answer instanceof Fragment
        ? renderTemplate(answer.template, answer.model)
        : await this.html(answer, request, response, known);
    if (answer instanceof View && answer.timing.retryAfter)
      response.set('Retry-After', String(answer.timing.retryAfter));
    response.status(answer.status).set('Cache-Control', 'no-store').type('html').send(html);
  }

  /** A refusal that no form takes back: a page of its own, or the way to the login. */
  async refuse(problem: Problem, request: Request, response: Response): Promise<void> {
    const way = wayOut(problem, request);
    if (way) return sendOn(way, request, response);
    const frame = await this.frames.of(request, response);
    return this.send(this.refusal(problem, request, frame), request, response, frame);
  }

  private refusal(problem: Problem, request: Request, { person }: Frame): View | Fragment {
    const { title, status, code, detail, findings = [] } = problem;
    if (isScripted(request)) return refusalLine(problem, person);
    if (code === 'form-expired')
      return expiredForm(problem, request, { person, isOurs: this.frames.hasSent(request) });
    const messages = findings.map((finding) => finding.message);
    return view('errors/refusal', title, { heading: title, detail, messages }, { status });
  }

  private async html(
    { template, title, model, timing }: View,
    request: Request,
    response: Response,
    known?: Frame,
  ): Promise<string> {
    const frame = known ?? (await this.frames.of(request, response));
    const flash = takeFlash(request, response);
    const body = renderTemplate(template, { ...model, csrf: frame.csrf });
    const page = { ...frame, assets: assetsVersion, flash, title, body, refresh: timing.refresh };
    return renderTemplate('layouts/page', page);
  }
}

/** Sent by htmx while somebody types: the page behind it still has all of it, and shows one sentence. */
function isScripted(request: Request): boolean {
  return request.method === 'POST' && request.get('HX-Request') === 'true';
}

function refusalLine({ code, detail, status }: Problem, person: Frame['person']): Fragment {
  const text = code === 'form-expired' ? expiredText(person) : detail;
  return fragment('errors/line', { text }, { status });
}

function sendOn({ to, flash }: Redirect, request: Request, response: Response): void {
  const options = { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' } as const;
  if (flash) response.cookie(FLASH, flash, options);
  response.redirect(303, to);
}

/** The sentence that the page before has left, once. */
function takeFlash(request: Request, response: Response): string | null {
  const code = (request.cookies as Record<string, unknown> | undefined)?.[FLASH];
  if (typeof code !== 'string') return null;
  response.clearCookie(FLASH, { path: '/' });
  const key = `flash.${code}`;
  return hasMessage(key) ? message(key) : null;
}

function wayOut({ code }: Problem, { method, originalUrl }: Request): Redirect | undefined {
  if (code === 'password-must-change') return new Redirect('/tai-khoan/mat-khau');
  if (code !== 'unauthenticated') return undefined;
  const next = method === 'GET' && originalUrl !== '/' ? `?tiep=${encodeURIComponent(originalUrl)}` : '';
  return new Redirect(`/dang-nhap${next}`);
}
