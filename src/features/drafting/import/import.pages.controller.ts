import { readFile } from 'node:fs/promises';
import { Body, Controller, Get, Inject, Param, Post, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { type Actor, may } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { TakesFiles } from '../../../platform/http/refused-uploads';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { uploadsOf } from '../../../platform/http/uploads';
import { attempt, filesIn } from '../../../platform/views/attempt';
import { type FormBody, formText } from '../../../platform/views/form';
import type { Refusal } from '../../../platform/views/refusal-view';
import { Redirect, view } from '../../../platform/views/view';
import { type OpenPhase, openPhase } from '../../campaigns/phase.queries';
import { officeWorkbookOf, unitWorkbookOf } from '../../nominations/files/build-workbook';
import { ImportService, type Preview } from '../../nominations/import.service';
import { unitIds } from '../../units/unit.queries';
import { importView, previewView } from './import.view';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TITLE = 'Nhập đề nghị từ Excel';

/**
 * A workbook of nominations, looked at before it goes in. The page of the dry run carries the document that was read; when
 * it is confirmed it comes back and is read again by all the rules, so that nothing rests on what the browser kept.
 */
@Controller('don-vi/nhap-excel/:code/:phase')
export class ImportPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ImportService) private readonly imports: ImportService,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get()
  @Requires('nomination.enter')
  async form(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('phase') phase: string) {
    return importPage(actor, await this.open(code, phase));
  }

  @Get('tep-mau')
  @Requires('nomination.enter')
  async template(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('phase') phase: string) {
    const { campaign } = await this.open(code, phase);
    const bytes = may(actor, 'nomination.import')
      ? await officeWorkbookOf(campaign)
      : await unitWorkbookOf(campaign, phase);
    const disposition = `attachment; filename="de-nghi-${campaign.code.replace(/[^\w.-]/g, '_')}.xlsx"`;
    return new StreamableFile(bytes, { type: XLSX, disposition });
  }

  @Post()
  @TakesFiles()
  @Requires('nomination.enter')
  async look(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Req() request: Request,
  ) {
    const open = await this.open(code, phase);
    return attempt(async () => this.imports.preview(actor, code, phase, { bytes: await fileIn(request) }), {
      done: async (preview) => this.previewPage(actor, open, preview),
      again: (refusal) => importPage(actor, open, refusal),
      typed: filesIn('tep'),
    });
  }

  @Post('ghi')
  @Requires('nomination.enter')
  async enter(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() body: FormBody,
  ) {
    const open = await this.open(code, phase);
    const bytes = Buffer.from(formText(body, 'noi-dung'));
    return attempt(() => this.imports.import(actor, code, phase, { bytes }), {
      done: () => new Redirect(may(actor, 'nomination.submit') ? '/don-vi' : '/', 'imported'),
      again: (refusal) => importPage(actor, open, refusal),
    });
  }

  private open(code: string, phase: string): Promise<OpenPhase> {
    return openPhase(this.unitOfWork.reader, code, phase);
  }

  /** The office's file may name a unit for the first time: a slip of the pen would make one. */
  private async previewPage(actor: Actor, open: OpenPhase, preview: Preview) {
    const names = [...new Set(preview.round.nominations.map(({ unit }) => unit))];
    const known = await unitIds(this.unitOfWork.reader, names);
    const unknown = names.filter((name) => !known.has(name));
    return view(
      'drafting/preview',
      TITLE,
      previewView(actor, open, preview, { newUnits: unknown, mostMb: this.config.maxBodyMb }),
    );
  }
}

function importPage(actor: Actor, open: OpenPhase, refusal?: Refusal) {
  return view('drafting/import', TITLE, importView(actor, open, refusal));
}

/** Throws `file-missing`. */
async function fileIn(request: Request): Promise<Buffer> {
  const file = uploadsOf(request).find(({ field }) => field === 'tep');
  if (!file) throw new DomainError('file-missing');
  return readFile(file.path);
}
