import { Controller, Get, Inject, Param } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Requires } from '../../platform/http/requires';
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
  submission(
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Param('award') award: string,
    @PaperForm() form: Form,
  ) {
    return awardDossier(this.unitOfWork.reader, this.printer, {
      code,
      phase,
      award,
      wanted: 'submission',
      form,
    });
  }

  @Get('danh-sach/:award')
  list(
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Param('award') award: string,
    @PaperListForm() form: ListForm,
    @PaperOrientation() orientation: Orientation,
  ) {
    const wanted = { code, phase, award, form, orientation };
    return awardList(this.unitOfWork.reader, this.printer, wanted);
  }

  @Get('quyet-dinh-khen-thuong/:award')
  decision(
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Param('award') award: string,
    @PaperForm() form: Form,
  ) {
    return awardDossier(this.unitOfWork.reader, this.printer, {
      code,
      phase,
      award,
      wanted: 'award-decision',
      form,
    });
  }

  @Get('giay-khen/:award')
  certificates(
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Param('award') award: string,
    @PaperForm() form: Form,
  ) {
    return awardDossier(this.unitOfWork.reader, this.printer, {
      code,
      phase,
      award,
      wanted: 'certificate',
      form,
    });
  }
}
