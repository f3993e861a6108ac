import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Requires } from '../../platform/http/requires';
import { WORD } from './paper-answer';
import { DossierPrinter } from './printing/dossier.printer';
import { reviewDossier } from './review-dossier';
import { ApiPaperForm, type Form, PaperForm } from './word/paper-form';

/** Báo cáo sơ kết, tổng kết of a phase: one paper at two addresses, for programs and for whoever is logged in at a browser. */
@ApiTags('dossiers')
@ApiProduces('application/pdf', WORD)
@ApiPaperForm()
@Controller()
@Requires('dossier.read')
export class ReviewController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
  ) {}

  @Get(['api/v1/campaigns/:code/phases/:phase/review-report', 'lanh-dao/:code/:phase/bao-cao.pdf'])
  @ApiOperation({ summary: 'Báo cáo sơ kết, tổng kết của một giai đoạn (PDF hoặc Word)' })
  @ApiQuery({
    name: 'loai',
    enum: ['so-ket', 'tong-ket'],
    required: false,
    description: 'Mặc định theo kế hoạch',
  })
  report(
    @Param('code') code: string,
    @Param('phase') phase: string,
    @PaperForm() form: Form,
    @Query('loai') kind?: unknown,
  ) {
    return reviewDossier(this.unitOfWork.reader, this.printer, { code, phase, kind, form });
  }
}
