import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { openPhase } from '../campaigns/phase.queries';
import { DossierPrinter } from './dossier.printer';
import { nominationDossier, pdf } from './nomination-dossier';
import { type AwardDocument, documentOfAward } from './single-document';

@ApiTags('dossiers')
@ApiProduces('application/pdf')
@Controller('api/v1')
@Requires('dossier.read')
export class DossiersApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
  ) {}

  @Get('nominations/:id/dossier')
  @ApiOperation({ summary: 'Báo cáo thành tích và phiếu chấm điểm của một đề nghị (PDF)' })
  nomination(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return nominationDossier(this.unitOfWork.reader, this.printer, actor, id);
  }

  @Get('campaigns/:code/phases/:phase/awards/:award/submission')
  @ApiOperation({ summary: 'Tờ trình của một hình thức khen thưởng (PDF)' })
  submission(@Param('code') code: string, @Param('phase') phase: string, @Param('award') award: string) {
    return this.ofAward(code, phase, award, 'submission');
  }

  @Get('campaigns/:code/phases/:phase/awards/:award/nominee-list')
  @ApiOperation({ summary: 'Danh sách đề nghị của một hình thức khen thưởng (PDF)' })
  list(@Param('code') code: string, @Param('phase') phase: string, @Param('award') award: string) {
    return this.ofAward(code, phase, award, 'nominee-list');
  }

  private async ofAward(code: string, phase: string, award: string, wanted: AwardDocument) {
    const open = await openPhase(this.unitOfWork.reader, code, phase);
    return pdf(await this.printer.print(open, (data) => documentOfAward(data, award, wanted)));
  }
}
