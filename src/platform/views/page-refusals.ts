import type { Request, Response } from 'express';
import type { Problem } from '../http/problem';

/** How a refusal is told on a page; given by whoever draws pages. */
export interface PageRefusals {
  refuse(problem: Problem, request: Request, response: Response): Promise<void>;
}
