import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../../domain/access';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { TakesFiles } from '../../platform/http/refused-uploads';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { uploadsOf } from '../../platform/http/uploads';
import { attempt, filesIn } from '../../platform/views/attempt';
import { type FormBody, formOptional, formText } from '../../platform/views/form';
import { Redirect, view } from '../../platform/views/view';
import { visibleFile } from './evidence-file.queries';
import { EvidenceFileService, type PieceText } from './evidence-file.service';
import type { EvidenceForm } from './evidence-form.view';
import { evidencePage } from './evidence.page';
import { EvidenceService } from './evidence.service';
import { fileAnswer } from './file-answer';
import { IncomingFiles } from './incoming-file';
import { sentUpload } from './sent-file';

@Controller()
export class EvidencePagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Config) private readonly config: Config,
    @Inject(EvidenceService) private readonly evidence: EvidenceService,
    @Inject(EvidenceFileService) private readonly files: EvidenceFileService,
    @Inject(IncomingFiles) private readonly incoming: IncomingFiles,
  ) {}

  /** `?tieu-chi=1` chooses the criterion in the form. */
  @Get('de-nghi/:id/minh-chung')
  @Requires('evidence.read')
  list(@CurrentActor() actor: Actor, @Param('id') id: string, @Query('tieu-chi') criterion?: unknown) {
    return this.page(actor, id, typeof criterion === 'string' ? { criterion } : {});
  }

  @Post('de-nghi/:id/minh-chung')
  @TakesFiles()
  @Requires('evidence.write')
  add(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() request: Request,
  ) {
    const text = {
      criterion: formText(body, 'criterion'),
      title: formOptional(body, 'title'),
      document: formOptional(body, 'document'),
    };
    return attempt(() => this.take(actor, id, text, request), {
      done: () => new Redirect(pathOf(id), 'evidence-added'),
      again: (refusal) => this.page(actor, id, { ...text, refusal }),
      typed: filesIn('files'),
    });
  }

  @Post('de-nghi/:id/minh-chung/:evidence/bo')
  @Requires('evidence.write')
  async remove(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('evidence') evidence: string) {
    await this.evidence.remove(actor, id, evidence);
    return new Redirect(pathOf(id), 'evidence-removed');
  }

  @Get('minh-chung/:id')
  @Requires('evidence.read')
  async download(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const file = await visibleFile(this.unitOfWork.reader, actor, { id });
    return fileAnswer(response, file, await this.incoming.folder.open(file.sha256));
  }

  /** Without a file it is a document that is named by its title and number. */
  private take(actor: Actor, id: string, text: PieceText, request: Request): Promise<unknown> {
    const uploads = uploadsOf(request);
    if (uploads.length > 0) return this.files.add(actor, id, text, uploads.map(sentUpload));
    const { criterion, title = '', document } = text;
    return this.evidence.add(actor, id, { criterion, title, ...(document && { document }) });
  }

  private async page(actor: Actor, id: string, form: EvidenceForm) {
    const limits = this.config;
    const model = await evidencePage(this.unitOfWork.reader, actor, id, { ...form, limits });
    return view('evidence/evidence', 'Minh chứng', model);
  }
}

function pathOf(id: string): string {
  return `/de-nghi/${encodeURIComponent(id)}/minh-chung`;
}
