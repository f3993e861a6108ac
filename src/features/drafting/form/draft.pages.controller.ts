import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { attempt, refusalToMend } from '../../../platform/views/attempt';
import { type FormBody, formNumber, formText } from '../../../platform/views/form';
import type { Refusal } from '../../../platform/views/refusal-view';
import { Redirect, fragment, view } from '../../../platform/views/view';
import { NominationService } from '../../nominations/nomination.service';
import { autosaveView, unsavedView } from './autosave.view';
import { type DraftDocument, draftDocument, nextRow, saysTheSame } from './draft.document';
import { type Draft, draftOf, isOpenTo, lastEditOf } from './draft.queries';
import { type Screen, draftView } from './draft.view';
import { type Typed, typedIn } from './typed';

/** The form of a nomination, for whoever may write it: a unit its drafts and what was returned, the office its own paper. */
@Controller('de-nghi/:id/soan')
export class DraftPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NominationService) private readonly nominations: NominationService,
  ) {}

  @Get()
  @Requires('nomination.write')
  async form(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const draft = await draftOf(this.unitOfWork.reader, actor, id);
    return isOpenTo(actor, 'nomination.write', draft) ? draftPage(draft) : new Redirect(`/de-nghi/${id}`);
  }

  @Post()
  @Requires('nomination.write')
  async save(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const typed = typedIn(body);
    const document = await this.document(actor, id, typed);
    return attempt(() => this.edit(actor, id, body, document), {
      done: () => nextPage(id, body, typed),
      field: document.fieldOf,
      again: async (refusal) => this.again(actor, id, typed, refusal),
    });
  }

  /** What the script sends while somebody is typing: the answer is a line, and what has changed beside it. */
  @Post('tu-luu')
  @Requires('nomination.write')
  async autosave(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const document = await this.document(actor, id, typedIn(body));
    try {
      await this.edit(actor, id, body, document);
    } catch (error) {
      const refusal = refusalToMend(error, document.fieldOf);
      const { draft, conflict } = await this.conflictOf(actor, id, refusal);
      return fragment('drafting/unsaved', unsavedView(draft, refusal, conflict), { status: refusal.status });
    }
    return fragment('drafting/autosave', autosaveView(await draftOf(this.unitOfWork.reader, actor, id)));
  }

  private async document(actor: Actor, id: string, typed: Typed): Promise<DraftDocument> {
    const { set, nomination } = await draftOf(this.unitOfWork.reader, actor, id);
    return draftDocument(set, nomination, typed);
  }

  /** What is stored already word for word is saved, whoever was quicker: a script and a button may send the same at once. */
  private async edit(actor: Actor, id: string, body: FormBody, { plain }: DraftDocument): Promise<void> {
    try {
      await this.nominations.edit(actor, id, { seen: formNumber(body, 'version'), plain });
    } catch (error) {
      if (!isStale(error) || !(await this.isStored(actor, id, typedIn(body)))) throw error;
    }
  }

  private async isStored(actor: Actor, id: string, typed: Typed): Promise<boolean> {
    const { set, nomination } = await draftOf(this.unitOfWork.reader, actor, id);
    return saysTheSame(set, nomination, typed);
  }

  private async again(actor: Actor, id: string, typed: Typed, refusal: Refusal) {
    const { draft, conflict } = await this.conflictOf(actor, id, refusal);
    return draftPage(draft, { typed, refusal, conflict });
  }

  private async conflictOf(actor: Actor, id: string, { code }: Refusal) {
    const { reader } = this.unitOfWork;
    const draft = await draftOf(reader, actor, id);
    const edit = code === 'stale-edit' ? await lastEditOf(reader, id, 'self') : undefined;
    return { draft, conflict: edit && { edit, actor } };
  }
}

function isStale(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'stale-edit';
}

function draftPage(draft: Draft, screen?: Screen) {
  return view('drafting/form', `Soạn đề nghị ${draft.row.code}`, draftView(draft, screen));
}

/** After a save: the check before sending, or the form again, at the new row where one was asked for. */
function nextPage(id: string, body: FormBody, typed: Typed): Redirect {
  if (formText(body, 'gui') !== '') return new Redirect(`/de-nghi/${id}/gui`);
  const list = formText(body, 'them');
  const anchor = list === '' ? '' : `#${nextRow(typed, list)}`;
  return new Redirect(`/de-nghi/${id}/soan${anchor}`, 'draft-saved');
}
