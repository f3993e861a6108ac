import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { ActingRequest } from '../../platform/http/requires';
import { message } from '../../platform/messages/message';
import { type Frame, PageFrame } from '../../platform/views/page-frame';
import { asActor, hasDemoAccounts, personOfSession } from '../accounts/person.queries';
import { FormTokens } from '../accounts/web-session';
import { unreadOf } from '../notices/notice.queries';
import { UnitRow } from '../units/unit.entity';
import { navigationFor } from './navigation';

/** Who is logged in, and the doors that are open to them. */
@Injectable()
export class FrameService extends PageFrame {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FormTokens) private readonly forms: FormTokens,
  ) {
    super();
  }

  override async of(request: ActingRequest, response: Response): Promise<Frame> {
    const csrf = this.forms.of(request, response);
    const demo = await hasDemoAccounts(this.unitOfWork.reader);
    const actor = request.actor ?? (await this.loggedIn(request));
    if (!actor) return { person: null, nav: [], csrf, demo, unread: 0 };
    return {
      person: { name: actor.name, groupNames: groupNames(actor), unitName: await this.unitName(actor) },
      nav: navigationFor(actor, request.path),
      csrf,
      demo,
      unread: await unreadOf(this.unitOfWork.reader, actor.id),
    };
  }

  override hasSent(request: ActingRequest): boolean {
    return this.forms.isOfThisSite(request);
  }

  /** A page that no route serves has passed no guard. */
  private async loggedIn({ session }: ActingRequest): Promise<Actor | undefined> {
    const person = await personOfSession(this.unitOfWork.reader, session);
    return person && asActor(person);
  }

  private async unitName({ unitId }: Actor): Promise<string | null> {
    if (unitId === null) return null;
    const unit = await this.unitOfWork.reader.findOneBy(UnitRow, { id: unitId });
    return unit?.name ?? null;
  }
}

function groupNames({ groups }: Actor): string[] {
  return groups.map((group) => message(`group.${group}`));
}
