import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../../../domain/access';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Page } from '../../../platform/http/page';
import { CurrentActor, Requires } from '../../../platform/http/requires';
import { message } from '../../../platform/messages/message';
import { sheetAnswer } from '../../../platform/sheets/list-sheet';
import { WHOLE_LIST, wantsSheet } from '../../../platform/sheets/whole-list';
import { attempt } from '../../../platform/views/attempt';
import { type FormBody, formFlag, formList, formText } from '../../../platform/views/form';
import { pageQuery } from '../../../platform/views/pager';
import { type Refusal, noRefusal } from '../../../platform/views/refusal-view';
import { Redirect, view } from '../../../platform/views/view';
import { openPhase, openPhaseById } from '../../campaigns/phase.queries';
import { exportAnswer } from './export-answer';
import { ExportEvents } from './export.events';
import { ExportFiles } from './export.files';
import { exportPage, phaseLead } from './export-page.view';
import { countBefore, exportById, exportsOf, phasesToExport } from './export.queries';
import { ExportService } from './export.service';
import { exportsSheet, phasesSheet } from './exports.sheet';
import { kindOf } from './export-kind';
import { doorPage } from './door-page.view';
import { NOTHING_TYPED, type Typed, phasePage } from './phase-page.view';

/** Dossiers of a phase as files: asked for here, made in the background, fetched when they are done. */
@Controller('xuat-ho-so')
@Requires('dossier.export')
export class ExportPagesController {
  private readonly files: ExportFiles;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ExportService) private readonly exports: ExportService,
    @Inject(ExportEvents) private readonly events: ExportEvents,
    @Inject(Config) config: Config,
  ) {
    this.files = ExportFiles.of(config.dataDir);
  }

  @Get()
  async door(@Query('dang') form?: unknown) {
    const phases = await phasesToExport(this.unitOfWork.reader);
    if (wantsSheet(form)) return sheetAnswer('giai-doan-xuat-ho-so', phasesSheet(phases));
    return view('exports/door', message('export.door'), doorPage(phases));
  }

  @Get(':id/tien-do')
  follow(@Param('id') id: string, @Res() response: Response) {
    return this.events.follow(id, response);
  }

  @Get(':id/tep')
  async file(@Param('id') id: string, @Res({ passthrough: true }) response: Response) {
    const { reader } = this.unitOfWork;
    const job = await exportById(reader, id);
    return exportAnswer(response, this.files, job, await openPhaseById(reader, job.phaseId));
  }

  @Post(':id/huy')
  async cancel(@CurrentActor() actor: Actor, @Param('id') id: string) {
    await this.exports.cancel(actor, id);
    return new Redirect(`/xuat-ho-so/${encodeURIComponent(id)}`);
  }

  @Get(':code/:phase')
  phase(
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Query('trang') page?: string,
    @Query('dang') form?: unknown,
  ) {
    if (wantsSheet(form)) return this.sheet(code, phase);
    return this.form({ code, phase, page }, NOTHING_TYPED, noRefusal);
  }

  @Post(':code/:phase')
  start(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Body() body: FormBody,
  ) {
    const typed = {
      kind: formText(body, 'loai'),
      folders: formList(body, 'nhom'),
      nomination: formText(body, 'ma'),
      word: formFlag(body, 'word'),
    };
    return attempt(() => this.exports.start(actor, { campaign: code, phase, ...wantedOf(typed) }), {
      done: ({ id }) => new Redirect(`/xuat-ho-so/${id}`),
      again: (refusal) => this.form({ code, phase }, typed, refusal),
      typed: { 'nomination-not-found': 'ma', 'folder-not-found': 'nhom' },
    });
  }

  @Get(':id')
  async one(@Param('id') id: string) {
    const { reader } = this.unitOfWork;
    const job = await exportById(reader, id);
    const open = await openPhaseById(reader, job.phaseId);
    const model = exportPage(job, open, await countBefore(reader, job));
    const refresh = job.endedAt === null ? 5 : undefined;
    return view('exports/export', model.head.heading, model, { refresh });
  }

  private async sheet(code: string, phase: string) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, code, phase);
    const [jobs] = await exportsOf(reader, open.phase.id, WHOLE_LIST);
    return sheetAnswer('cac-lan-xuat-ho-so', exportsSheet(phaseLead(open), open.campaign, jobs));
  }

  private async form(at: { code: string; phase: string; page?: string }, typed: Typed, refusal: Refusal) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, at.code, at.phase);
    const query = pageQuery(at.page);
    const exports = Page.of(await exportsOf(reader, open.phase.id, Page.range(query)), query);
    return view('exports/phase', message('export.heading'), phasePage(open, exports, typed, refusal));
  }
}

function wantedOf({ kind, folders, nomination, word }: Typed) {
  const chosen = nomination === '' ? [] : [nomination];
  return { kind: kindOf(kind), choice: kind === 'documents' ? folders : chosen, word };
}
