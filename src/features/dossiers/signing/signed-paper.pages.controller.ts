import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Actor, may } from '../../../domain/access';
import { InputRefused } from '../../../domain/domain-error';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { TakesFiles } from '../../../platform/http/refused-uploads';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { uploadsOf } from '../../../platform/http/uploads';
import { sheetAnswer } from '../../../platform/sheets/list-sheet';
import { wantsSheet } from '../../../platform/sheets/whole-list';
import { attempt, filesIn } from '../../../platform/views/attempt';
import { type FormBody, formFlag, formText } from '../../../platform/views/form';
import { Redirect, view } from '../../../platform/views/view';
import { openPhase } from '../../campaigns/phase.queries';
import { fileAnswer } from '../../evidence/file-answer';
import { sentUpload } from '../../evidence/sent-file';
import { signedPaperAddress } from '../papers/pages/addresses';
import { requirePaper } from '../papers/paper-subject';
import { DossierPrinter } from '../printing/dossier.printer';
import { SignedFiles } from './signed-files';
import { lastChange, signedPaperById, signedPapersOf } from './signed-paper.queries';
import { signedPapersSheet } from './signed-papers.sheet';
import { type PaperPlace, SignedPaperService } from './signed-paper.service';
import { type UploadForm, outdatedText, signedPaperPage } from './signed-paper.view';
import { isOutdated } from './signed-papers';
import { signingCopy } from './signing-copy';

type Address = Record<'code' | 'phase' | 'kind' | 'subject', string>;

/** The signed file of one paper. */
@Controller('van-phong/ban-ky/:code/:phase/:kind/:subject')
export class SignedPaperPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Config) private readonly config: Config,
    @Inject(SignedPaperService) private readonly papers: SignedPaperService,
    @Inject(SignedFiles) private readonly files: SignedFiles,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
  ) {}

  @Get()
  @Requires('paper.read')
  show(@CurrentActor() actor: Actor, @Param() address: Address, @Query('dang') form?: unknown) {
    const place = placeOf(address);
    return wantsSheet(form) ? this.sheet(actor, place) : this.page(actor, place, {});
  }

  @Get('ban-de-ky.pdf')
  @Requires('paper.read')
  copy(@CurrentActor() actor: Actor, @Param() address: Address) {
    return signingCopy(this.unitOfWork.reader, this.printer, actor, placeOf(address));
  }

  @Post()
  @TakesFiles()
  @Requires('paper.write')
  upload(
    @CurrentActor() actor: Actor,
    @Param() address: Address,
    @Body() body: FormBody,
    @Req() request: Request,
  ) {
    const place = placeOf(address);
    const form = { isScan: formFlag(body, 'scan'), reason: formText(body, 'reason') };
    return attempt(() => this.papers.upload(actor, place, sentIn(request), form), {
      done: (row) => new Redirect(signedPaperAddress(place, row), 'signed-paper-kept'),
      again: (refusal) => this.page(actor, place, { ...form, refusal }),
      typed: OF_THE_FILE,
    });
  }

  @Get('tep/:file')
  @Requires('paper.read')
  async download(
    @CurrentActor() actor: Actor,
    @Param() address: Address,
    @Param('file') id: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { phaseId, name } = await this.known(actor, placeOf(address));
    const row = await signedPaperById(this.unitOfWork.reader, phaseId, name, id);
    return fileAnswer(response, { ...row, type: 'pdf' }, await this.files.open(row.sha256));
  }

  private async sheet(actor: Actor, place: PaperPlace) {
    const { phaseId, name } = await this.known(actor, place);
    const rows = await signedPapersOf(this.unitOfWork.reader, phaseId, name);
    return sheetAnswer('ban-da-ky', signedPapersSheet(name, rows));
  }

  private async page(actor: Actor, place: PaperPlace, form: UploadForm) {
    const { open, phaseId, name } = await this.known(actor, place);
    const rows = await signedPapersOf(this.unitOfWork.reader, phaseId, name);
    const { maxUploadMb } = this.config;
    const now = await this.papers.wordsOf(actor, open, name);
    const [current] = rows;
    const outdated = current && isOutdated(current, now);
    const changedAt = outdated ? await lastChange(this.unitOfWork.reader, phaseId) : null;
    const model = signedPaperPage(open, name, rows, {
      ...form,
      hasCopy: now !== null,
      outdated: outdated ? outdatedText(changedAt) : null,
      canWrite: may(actor, 'paper.write'),
      maxUploadMb,
    });
    return view('papers/signed', model.heading, model);
  }

  private async known(actor: Actor, { campaign, phase, ...place }: PaperPlace) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, campaign, phase);
    return { open, phaseId: open.phase.id, name: await requirePaper(reader, actor, open, place) };
  }
}

function placeOf({ code, phase, kind, subject }: Address): PaperPlace {
  return { campaign: code, phase, kind, subject };
}

/** What is wrong with the file itself stands beside its field. */
const OF_THE_FILE: Readonly<Record<string, string>> = {
  ...filesIn('file'),
  'signed-paper-broken': 'file',
  'signed-paper-too-heavy': 'file',
  'signed-paper-unsigned': 'file',
  'signed-paper-no-signature': 'file',
  'signed-paper-same': 'file',
  'pdf-encrypted': 'file',
  'pdf-unreadable': 'file',
};

/** Throws InputRefused where no file was chosen. */
function sentIn(request: Request) {
  const [upload] = uploadsOf(request);
  if (!upload)
    throw new InputRefused([{ level: 'error', code: 'signed-paper-missing', path: ['file'], params: {} }]);
  return sentUpload(upload);
}
