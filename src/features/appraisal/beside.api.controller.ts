import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { visibleNomination } from '../nominations/nomination.scope';
import { ConfirmationBody, NoteBody } from './beside.dto';
import { confirmationView, noteView } from './beside.view';
import { confirmationsOf } from './confirmation.queries';
import { ConfirmationService } from './confirmation.service';
import { notesFor } from './note.queries';
import { NoteService } from './note.service';

/** What the office keeps beside a nomination: its notes, and what other agencies confirm. */
@ApiTags('appraisal')
@Controller('api/v1/nominations/:id')
export class BesideApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NoteService) private readonly notes: NoteService,
    @Inject(ConfirmationService) private readonly confirmations: ConfirmationService,
  ) {}

  @Get('notes')
  @Requires('nomination.read')
  @ApiOperation({ summary: 'Ghi chú của văn phòng; đơn vị chỉ thấy những ghi chú dành cho mình' })
  async noteList(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const row = await visibleNomination(this.unitOfWork.reader, actor, id);
    return { items: (await notesFor(this.unitOfWork.reader, actor, row)).map(noteView) };
  }

  @Post('notes')
  @Requires('note.write')
  @ApiOperation({ summary: 'Ghi chú bên cạnh nội dung đơn vị viết' })
  async addNote(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: NoteBody) {
    const { about, text, forUnit = false } = body;
    return noteView(await this.notes.add(actor, id, { about, text, forUnit }));
  }

  @Delete('notes/:note')
  @HttpCode(204)
  @Requires('note.write')
  @ApiOperation({ summary: 'Bỏ ghi chú' })
  removeNote(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('note') note: string) {
    return this.notes.remove(actor, id, note);
  }

  @Get('confirmations')
  @Requires('matter.read')
  @ApiOperation({ summary: 'Ý kiến xác nhận của cơ quan khác' })
  async confirmationList(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const { reader } = this.unitOfWork;
    await visibleNomination(reader, actor, id, 'matter.read');
    return { items: (await confirmationsOf(reader, id)).map(confirmationView) };
  }

  @Post('confirmations')
  @Requires('matter.write')
  @ApiOperation({ summary: 'Ghi ý kiến xác nhận của cơ quan khác' })
  async addConfirmation(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: ConfirmationBody,
  ) {
    return confirmationView(await this.confirmations.add(actor, id, body));
  }

  @Delete('confirmations/:confirmation')
  @HttpCode(204)
  @Requires('matter.write')
  @ApiOperation({ summary: 'Bỏ ý kiến xác nhận ghi nhầm' })
  removeConfirmation(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('confirmation') confirmation: string,
  ) {
    return this.confirmations.remove(actor, id, confirmation);
  }
}
