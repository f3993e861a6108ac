import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ACCESS, type Access, type ActingRequest, PUBLIC } from '../../platform/http/requires';
import { isApi } from '../../platform/http/surface';
import type { PersonRow } from './person.entity';
import { asActor, personOfSession } from './person.queries';
import { Tokens } from './tokens.service';
import { FormTokens } from './web-session';

const SAFE = ['GET', 'HEAD'];

/**
 * Lets a request in when its sender may do what the route declares: on the API the owner of its bearer token, on a page
 * whoever is logged in at its browser. Neither key opens the other door. Rights are those of the account at this moment.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(FormTokens) private readonly forms: FormTokens,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, targets);
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const person = await this.personOf(request);
    if (person) request.actor = asActor(person);
    if (!isApi(request) && !SAFE.includes(request.method)) this.forms.require(request);
    if (access === PUBLIC) return true;
    if (!request.actor || !person) throw new DomainError('unauthenticated');
    if (!isApi(request) && access !== 'account.self' && person.mustChangePassword)
      throw new DomainError('password-must-change');
    if (!access || !may(request.actor, access)) throw new DomainError('forbidden');
    return true;
  }

  private async personOf(request: ActingRequest): Promise<PersonRow | undefined> {
    if (isApi(request)) return this.tokens.personOf(bearer(request.headers.authorization));
    return personOfSession(this.unitOfWork.reader, request.session);
  }
}

function bearer(header: string | undefined): string {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? '';
}
