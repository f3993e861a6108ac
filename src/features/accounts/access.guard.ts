import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { ACCESS, type Access, type ActingRequest, PUBLIC } from '../../platform/http/requires';
import { Tokens } from './tokens.service';

/** Lets a request in when its bearer token may do what the route declares. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Tokens) private readonly tokens: Tokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, targets);
    if (access === PUBLIC) return true;
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const actor = await this.tokens.actorOf(bearer(request.headers.authorization));
    if (!actor) throw new DomainError('unauthenticated');
    if (!access || !may(actor, access)) throw new DomainError('forbidden');
    request.actor = actor;
    return true;
  }
}

function bearer(header: string | undefined): string {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? '';
}
