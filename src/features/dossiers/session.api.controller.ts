import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { DossierPrinter } from './printing/dossier.printer';
import { WORD } from './paper-answer';
import { sessionDossier } from './session-dossier';
import { ApiPaperForm, type Form, PaperForm } from './word/paper-form';

@ApiTags('dossiers')
@ApiProduces('application/pdf', WORD)
@ApiPaperForm()
@Controller('api/v1/sessions/:id')
@Requires('session.read')
export class SessionDossierApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
  ) {}

  @Get('minutes')
  @ApiOperation({
    summary: 'Biên bản họp xét của một phiên họp (PDF hoặc Word); chỉ có kết quả khi phiên họp đã bế mạc',
  })
  minutes(@CurrentActor() actor: Actor, @Param('id') id: string, @PaperForm() form: Form) {
    return sessionDossier(this.unitOfWork.reader, this.printer, actor, { id, wanted: 'minutes', form });
  }

  @Get('invitation')
  @ApiOperation({ summary: 'Giấy mời họp của một phiên họp (PDF hoặc Word)' })
  invitation(@CurrentActor() actor: Actor, @Param('id') id: string, @PaperForm() form: Form) {
    return sessionDossier(this.unitOfWork.reader, this.printer, actor, { id, wanted: 'invitation', form });
  }
}
