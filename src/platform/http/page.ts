import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { Request, Response } from 'express';
import { type Observable, tap } from 'rxjs';

const MOST = 200;

/** `?page=1&size=50`. Pages and not a cursor: an office knows its page numbers, and its lists are short. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  page = 1;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  size = 50;
}

/** One page of a list, with the number of rows on all pages. Links to its neighbours are in the `Link` header. */
export class Page<T> {
  constructor(
    readonly items: T[],
    readonly total: number,
    readonly page: number,
    readonly size: number,
  ) {}

  /** For `find` and query builders: `{ skip, take }`. The order must be total, or rows fall between pages. */
  static range({ page, size }: PageQuery): { skip: number; take: number } {
    return { skip: (page - 1) * size, take: size };
  }

  /** From `[rows, total]` of `findAndCount`. */
  static of<T>([items, total]: [T[], number], { page, size }: PageQuery): Page<T> {
    return new Page(items, total, page, size);
  }

  map<U>(view: (item: T) => U): Page<U> {
    return new Page(this.items.map(view), this.total, this.page, this.size);
  }
}

/** Gives every page its `Link` header (RFC 8288): first, prev, next, last. */
@Injectable()
export class PageLinks implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    return next.handle().pipe(
      tap((body) => {
        if (body instanceof Page) response.setHeader('Link', links(request.originalUrl, body));
      }),
    );
  }
}

function links(url: string, { page, size, total }: Page<unknown>): string {
  const last = Math.max(1, Math.ceil(total / size));
  const targets: [string, number][] = [
    ['first', 1],
    ['prev', page - 1],
    ['next', page + 1],
    ['last', last],
  ];
  return targets
    .filter(([, target]) => target >= 1 && target <= last)
    .map(([relation, target]) => `<${withPage(url, target)}>; rel="${relation}"`)
    .join(', ');
}

/** A path on this host: the name under which the sender knows us is not ours to guess. */
function withPage(url: string, page: number): string {
  const target = new URL(url, 'http://host');
  target.searchParams.set('page', String(page));
  return `${target.pathname}${target.search}`;
}
