import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../domain/access';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { attempt } from '../../../platform/views/attempt';
import { type FormBody, formFlag, formOptional, formText } from '../../../platform/views/form';
import { Redirect, view } from '../../../platform/views/view';
import { NoteService } from '../../appraisal/note.service';
import { caseFor } from '../detail/case.queries';
import { noteFormView } from './note-form.view';

/** What the office writes beside what the unit wrote. */
@Controller('de-nghi/:id/ghi-chu')
export class NotePagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NoteService) private readonly notes: NoteService,
  ) {}

  @Post()
  @Requires('note.write')
  add(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const note = {
      about: formOptional(body, 'about'),
      text: formText(body, 'text'),
      forUnit: formFlag(body, 'for-unit'),
    };
    return attempt(() => this.notes.add(actor, id, note), {
      done: () => new Redirect(`/de-nghi/${id}#ghi-chu`, 'note-added'),
      again: async (refusal) => {
        const file = await caseFor(this.unitOfWork.reader, actor, id);
        return view('desk/note', 'Ghi chú', noteFormView(actor, file, note, refusal));
      },
    });
  }

  @Post(':note/bo')
  @Requires('note.write')
  async remove(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('note') note: string) {
    await this.notes.remove(actor, id, note);
    return new Redirect(`/de-nghi/${id}#ghi-chu`, 'note-removed');
  }
}
