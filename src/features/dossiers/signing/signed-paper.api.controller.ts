import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { FILE_BODY } from '../../../platform/http/document-route';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { openPhase } from '../../campaigns/phase.queries';
import { fileAnswer } from '../../evidence/file-answer';
import { sentBody } from '../../evidence/sent-file';
import { requirePaper } from '../papers/paper-subject';
import { DossierPrinter } from '../printing/dossier.printer';
import { SignedFiles } from './signed-files';
import type { SignedPaperRow } from './signed-paper.entity';
import { signedPaper, signedPapersOf } from './signed-paper.queries';
import { type PaperPlace, SignedPaperService } from './signed-paper.service';
import { signingCopy } from './signing-copy';

@ApiTags('dossiers')
@Controller('api/v1/campaigns/:code/phases/:phase/papers/:kind/:subject')
export class SignedPaperApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SignedPaperService) private readonly papers: SignedPaperService,
    @Inject(SignedFiles) private readonly files: SignedFiles,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
  ) {}

  @Get('signing-copy')
  @Requires('paper.read')
  @ApiOperation({ summary: 'Bản để ký số của một văn bản (PDF có ô chữ ký còn trống)' })
  @ApiProduces('application/pdf')
  copy(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('phase') phase: string,
    @Param('kind') kind: string,
    @Param('subject') subject: string,
  ) {
    return signingCopy(this.unitOfWork.reader, this.printer, actor, { campaign, phase, kind, subject });
  }

  @Get('signed-files')
  @Requires('paper.read')
  @ApiOperation({ summary: 'Các bản đã ký của một văn bản, bản đang dùng trước tiên' })
  async list(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('phase') phase: string,
    @Param('kind') kind: string,
    @Param('subject') subject: string,
  ) {
    const { phaseId, name } = await this.known(actor, { campaign, phase, kind, subject });
    return { items: (await signedPapersOf(this.unitOfWork.reader, phaseId, name)).map(rowView) };
  }

  @Get('signed-file')
  @Requires('paper.read')
  @ApiOperation({ summary: 'Bản đã ký đang dùng của một văn bản, đúng từng byte như khi gửi' })
  @ApiProduces('application/pdf')
  async download(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('phase') phase: string,
    @Param('kind') kind: string,
    @Param('subject') subject: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { phaseId, name } = await this.known(actor, { campaign, phase, kind, subject });
    const row = await signedPaper(this.unitOfWork.reader, phaseId, name);
    if (!row) throw new DomainError('signed-paper-not-found');
    return fileAnswer(response, { ...row, type: 'pdf' }, await this.files.open(row.sha256));
  }

  @Post('signed-file')
  @Requires('paper.write')
  @ApiOperation({ summary: 'Gửi bản đã ký của một văn bản (PDF)' })
  @ApiConsumes(FILE_BODY)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiQuery({ name: 'name', required: false, description: 'Tên tệp', example: 'to-trinh.signed.pdf' })
  @ApiQuery({
    name: 'scan',
    required: false,
    description: '1: bản quét của văn bản ký tay, không có chữ ký số',
  })
  @ApiQuery({ name: 'reason', required: false, description: 'Lý do thay bản đã ký trước đó' })
  async upload(
    @CurrentActor() actor: Actor,
    @Param('code') campaign: string,
    @Param('phase') phase: string,
    @Param('kind') kind: string,
    @Param('subject') subject: string,
    @Query() { name, scan, reason }: Record<string, unknown>,
    @Req() request: Request,
  ) {
    const place = { campaign, phase, kind, subject };
    const upload = { isScan: scan === '1', reason: typeof reason === 'string' ? reason : '' };
    return rowView(await this.papers.upload(actor, place, sentBody(request, name), upload));
  }

  private async known(actor: Actor, { campaign, phase, ...place }: PaperPlace) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, campaign, phase);
    return { phaseId: open.phase.id, name: await requirePaper(reader, actor, open, place) };
  }
}

function rowView({ id, kind, subject, ordinal, sha256, bytes, ...row }: SignedPaperRow) {
  const { name, form, signatures, scan, reason, uploadedBy, uploadedAt } = row;
  return {
    id,
    kind,
    subject,
    ordinal,
    sha256,
    bytes,
    name,
    form,
    signatures,
    scan,
    reason,
    uploadedBy,
    uploadedAt,
  };
}
