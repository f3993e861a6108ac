import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  createParamDecorator,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { DomainError } from '../../domain/domain-error';

/** The strong ETag of a row: `"v3"` is its third edit, `"v0"` that it is not there yet. */
function etag(version: number): string {
  return `"v${version}"`;
}

/** The version that the sender has seen, from If-Match. Missing: 428. No version of ours: 412. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  seenVersion(context.switchToHttp().getRequest<Request>().headers['if-match']),
);

/** `*` would overwrite an edit that its sender never saw, so it counts as missing. */
function seenVersion(header: string | undefined): number {
  if (!header || header.trim() === '*') throw new DomainError('if-match-missing');
  const version = /^"v(0|[1-9]\d{0,8})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new DomainError('stale-edit');
  return Number(version);
}

/** To be called inside the unit of work, on the row just loaded. Throws `stale-edit` (412). */
export function requireVersion(row: { version: number }, seen: number): void {
  if (row.version !== seen) throw new DomainError('stale-edit');
}

/** Gives every answer that has a `version` its ETag. */
@Injectable()
export class VersionEtag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(tap((body) => tagAnswer(response, body)));
  }
}

function tagAnswer(response: Response, body: unknown): void {
  if (typeof body !== 'object' || body === null || !('version' in body)) return;
  if (Number.isInteger(body.version)) response.setHeader('ETag', etag(Number(body.version)));
}
