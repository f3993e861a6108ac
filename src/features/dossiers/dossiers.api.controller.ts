import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { ApiOfAward, type AwardOfPhase, OfAward } from './award-of-phase';
import { awardDossier, awardList } from './award-dossier';
import type { Orientation } from './documents/nominee-list.view';
import { EXCEL } from '../../platform/sheets/list-sheet';
import { ApiPaperOrientation, PaperOrientation } from './paper-orientation';
import { DossierPrinter } from './printing/dossier.printer';
import { WORD } from './paper-answer';
import { nominationDossier } from './nomination-dossier';
import {
  ApiPaperForm,
  ApiPaperListForm,
  type Form,
  type ListForm,
  PaperForm,
  PaperListForm,
} from './word/paper-form';

@ApiTags('dossiers')
@ApiProduces('application/pdf', WORD)
@ApiPaperForm()
@Controller('api/v1')
@Requires('dossier.read')
export class DossiersApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
  ) {}

  @Get('nominations/:id/dossier')
  @ApiOperation({ summary: 'Báo cáo thành tích và phiếu chấm điểm của một đề nghị (PDF hoặc Word)' })
  nomination(@CurrentActor() actor: Actor, @Param('id') id: string, @PaperForm() form: Form) {
    return nominationDossier(this.unitOfWork.reader, this.printer, actor, id, form);
  }

  @Get('campaigns/:code/phases/:phase/awards/:award/submission')
  @ApiOperation({ summary: 'Tờ trình của một hình thức khen thưởng (PDF hoặc Word)' })
  @ApiOfAward()
  submission(@OfAward() one: AwardOfPhase, @PaperForm() form: Form) {
    return awardDossier(this.unitOfWork.reader, this.printer, { ...one, wanted: 'submission', form });
  }

  @Get('campaigns/:code/phases/:phase/awards/:award/nominee-list')
  @ApiPaperOrientation()
  @ApiPaperListForm()
  @ApiProduces('application/pdf', WORD, EXCEL)
  @ApiOperation({ summary: 'Danh sách đề nghị của một hình thức khen thưởng (PDF, Word hoặc Excel)' })
  @ApiOfAward()
  list(
    @OfAward() one: AwardOfPhase,
    @PaperListForm() form: ListForm,
    @PaperOrientation() orientation: Orientation,
  ) {
    return awardList(this.unitOfWork.reader, this.printer, { ...one, form, orientation });
  }

  @Get('campaigns/:code/phases/:phase/awards/:award/award-decision')
  @ApiOperation({ summary: 'Quyết định tặng hình thức khen thưởng thuộc thẩm quyền (PDF hoặc Word)' })
  @ApiOfAward()
  decision(@OfAward() one: AwardOfPhase, @PaperForm() form: Form) {
    return awardDossier(this.unitOfWork.reader, this.printer, { ...one, wanted: 'award-decision', form });
  }

  @Get('campaigns/:code/phases/:phase/awards/:award/certificate')
  @ApiOperation({ summary: 'Giấy khen của mọi người được tặng, mỗi người một trang (PDF hoặc Word)' })
  @ApiOfAward()
  certificates(@OfAward() one: AwardOfPhase, @PaperForm() form: Form) {
    return awardDossier(this.unitOfWork.reader, this.printer, { ...one, wanted: 'certificate', form });
  }
}
