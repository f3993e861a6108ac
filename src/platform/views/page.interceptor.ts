import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Observable, mergeMap } from 'rxjs';
import { Pages } from './pages';
import { Fragment, Redirect, View } from './view';

/** Turns what a page controller gives back into the answer; everything else passes as it is. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly pages: Pages) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        if (![View, Redirect, Fragment].some((kind) => answer instanceof kind)) return answer;
        await this.pages.send(answer as View | Redirect | Fragment, request, response);
        return undefined;
      }),
    );
  }
}
