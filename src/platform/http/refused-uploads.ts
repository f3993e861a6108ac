import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import type { DomainError } from '../../domain/domain-error';

const TAKES_FILES = 'thidua:takes-files';

/** A route whose form shows itself again when its files were too large: it asks for them by `uploadsOf`. */
export const TakesFiles = (): MethodDecorator => SetMetadata(TAKES_FILES, true);

const refused = new WeakMap<object, DomainError>();

/** Keeps why the files of a form were not taken in. The fields that stand behind them are lost. */
export function refuseUploads(request: Request, why: DomainError): void {
  refused.set(request, why);
}

/** Throws why the files of a form were not taken in, where they were not. */
export function requireUploads(request: object): void {
  const why = refused.get(request);
  if (why) throw why;
}

/** Half a form changes nothing: a route that does not mend a refusal of its files never sees the rest. */
@Injectable()
export class RefusedUploads implements NestInterceptor {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.reflector.get<boolean | undefined>(TAKES_FILES, context.getHandler()))
      requireUploads(context.switchToHttp().getRequest<Request>());
    return next.handle();
  }
}
