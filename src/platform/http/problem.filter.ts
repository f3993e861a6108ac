import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { newId } from '../database/new-id';
import type { Log } from '../logging/log';
import { isRefusalOfTheBrowser } from '../pdf/renderer-refusals';
import type { PageRefusals } from '../views/page-refusals';
import { type Problem, incidentProblem, problemOf } from './problem';
import { refusalOf } from './refusal';
import { retryAfter } from './statuses';
import { isApi } from './surface';

/** Every error of a request leaves through here: as problem+json for a program, as a page for a person. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly pages: PageRefusals,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const problem = this.problem(thrown);
    tellWhen(response, problem);
    if (response.headersSent) response.end();
    else if (isApi(request)) sendProblem(response, problem);
    else await this.showProblem(problem, request, response);
  }

  /** A page that cannot even be drawn is told as a program is told. */
  private async showProblem(problem: Problem, request: Request, response: Response): Promise<void> {
    try {
      await this.pages.refuse(problem, request, response);
    } catch (error) {
      sendProblem(response, this.problem(error));
    }
  }

  private problem(thrown: unknown): Problem {
    const refusal = refusalOf(thrown);
    if (refusal) {
      const { code, params } = refusal;
      if (isRefusalOfTheBrowser(refusal)) this.log.error({ code, reason: params.reason }, 'browser failure');
      return problemOf(refusal);
    }
    const incident = newId();
    this.log.error({ incident, err: thrown }, 'unexpected failure');
    return incidentProblem(incident);
  }
}

function tellWhen(response: Response, { code }: Problem): void {
  const seconds = retryAfter(code);
  if (seconds !== undefined && !response.headersSent) response.setHeader('Retry-After', String(seconds));
}

function sendProblem(response: Response, problem: Problem): void {
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
