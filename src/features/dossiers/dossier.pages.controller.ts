import { Controller, Get, Inject, Param } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { DossierPrinter } from './printing/dossier.printer';
import { nominationDossier } from './nomination-dossier';
import { type Form, PaperForm } from './word/paper-form';

/** The printed dossier, for whoever is logged in at a browser. */
@Controller('de-nghi/:id')
export class DossierPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
  ) {}

  @Get('ho-so.pdf')
  @Requires('dossier.read')
  nomination(@CurrentActor() actor: Actor, @Param('id') id: string, @PaperForm() form: Form) {
    return nominationDossier(this.unitOfWork.reader, this.printer, actor, id, form);
  }
}
