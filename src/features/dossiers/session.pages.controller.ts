import { Controller, Get, Inject, Param } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { DossierPrinter } from './printing/dossier.printer';
import { sessionDossier } from './session-dossier';
import { type Form, PaperForm } from './word/paper-form';

/** The papers of a session of the council, for whoever is logged in at a browser. */
@Controller('hoi-dong/:id')
@Requires('session.read')
export class SessionDossierPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
  ) {}

  @Get('bien-ban.pdf')
  minutes(@CurrentActor() actor: Actor, @Param('id') id: string, @PaperForm() form: Form) {
    return sessionDossier(this.unitOfWork.reader, this.printer, actor, { id, wanted: 'minutes', form });
  }

  @Get('giay-moi.pdf')
  invitation(@CurrentActor() actor: Actor, @Param('id') id: string, @PaperForm() form: Form) {
    return sessionDossier(this.unitOfWork.reader, this.printer, actor, { id, wanted: 'invitation', form });
  }
}
