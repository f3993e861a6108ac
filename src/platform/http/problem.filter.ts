import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { newId } from '../database/new-id';
import { Log } from '../logging/log';
import { type Problem, incidentProblem, problemOf } from './problem';
import { refusalOf } from './refusal';

/** Every error of a request leaves through here, as problem+json. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(Log) private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.problem(thrown);
    if (response.headersSent) response.end();
    else sendProblem(response, problem);
  }

  private problem(thrown: unknown): Problem {
    const refusal = refusalOf(thrown);
    if (refusal) return problemOf(refusal);
    const incident = newId();
    this.log.error({ incident, err: thrown }, 'unexpected failure');
    return incidentProblem(incident);
  }
}

function sendProblem(response: Response, problem: Problem): void {
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
