import { Controller, Get, Inject } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Requires } from '../../platform/http/requires';
import { type AwardOfPhase, OfAward } from './award-of-phase';
import { awardDossier, awardList } from './award-dossier';
import type { Orientation } from './documents/nominee-list.view';
import { PaperOrientation } from './paper-orientation';
import { DossierPrinter } from './printing/dossier.printer';
import { type Form, type ListForm, PaperForm, PaperListForm } from './word/paper-form';

/** The papers of one award, for whoever is logged in at a browser. */
@Controller('lanh-dao/:code/:phase')
@Requires('dossier.read')
export class AwardDossierPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
  ) {}

  @Get('to-trinh/:award')
  submission(@OfAward() one: AwardOfPhase, @PaperForm() form: Form) {
    return awardDossier(this.unitOfWork.reader, this.printer, { ...one, wanted: 'submission', form });
  }

  @Get('danh-sach/:award')
  list(
    @OfAward() one: AwardOfPhase,
    @PaperListForm() form: ListForm,
    @PaperOrientation() orientation: Orientation,
  ) {
    return awardList(this.unitOfWork.reader, this.printer, { ...one, form, orientation });
  }

  @Get('quyet-dinh-khen-thuong/:award')
  decision(@OfAward() one: AwardOfPhase, @PaperForm() form: Form) {
    return awardDossier(this.unitOfWork.reader, this.printer, { ...one, wanted: 'award-decision', form });
  }

  @Get('giay-khen/:award')
  certificates(@OfAward() one: AwardOfPhase, @PaperForm() form: Form) {
    return awardDossier(this.unitOfWork.reader, this.printer, { ...one, wanted: 'certificate', form });
  }
}
