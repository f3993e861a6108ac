import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor, Right } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';

/** The key under which a route keeps its right; `PUBLIC` for a route open to all. */
export const ACCESS = 'thidua:access';
export const PUBLIC = 'public';
export type Access = Right | typeof PUBLIC;

/** A request whose sender is known. */
export interface ActingRequest extends Request {
  actor?: Actor;
}

/** The right that a route asks for. A route that declares neither this nor `Public` is closed to everybody. */
export const Requires = (right: Right): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, right);

/** A route that anybody may call, such as the health of the service. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, PUBLIC);

/** The actor of the request, as the guard found it. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (!actor) throw new DomainError('unauthenticated');
  return actor;
});
