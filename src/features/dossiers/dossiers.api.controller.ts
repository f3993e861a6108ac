import { Controller, Get, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { openPhase, openPhaseById } from '../campaigns/phase.queries';
import { visibleNomination } from '../nominations/nomination.scope';
import { DossierPrinter } from './dossier.printer';
import { type AwardDocument, documentOfAward, documentOfNomination } from './single-document';

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
  async nomination(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const { code, phaseId } = await visibleNomination(this.unitOfWork.reader, actor, id, 'dossier.read');
    const open = await openPhaseById(this.unitOfWork.reader, phaseId);
    return pdf(await this.printer.print(open, (data) => documentOfNomination(data, code)));
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

function pdf({ file, bytes }: { file: string; bytes: Uint8Array }): StreamableFile {
  const name = file.split('/').at(-1);
  return new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${name}"` });
}
