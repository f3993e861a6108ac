import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM } from '../domain/access';
import { DomainError } from '../domain/domain-error';
import type { ExportJobRow } from '../features/dossiers/exports/export-job.entity';
import { ExportFiles } from '../features/dossiers/exports/export.files';
import { exportById } from '../features/dossiers/exports/export.queries';
import { ExportService } from '../features/dossiers/exports/export.service';
import { findingLines } from '../features/dossiers/exports/export.view';
import { ExportWorker } from '../features/dossiers/exports/export.worker';
import { Config } from '../platform/config/config';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { message } from '../platform/messages/message';
import { withApplication } from './application';
import { refuse } from './failure';
import { progress } from './progress';
import { explain, print } from './terminal';

const LOOK_MS = 300;
const INTERRUPTED = 130;

/**
 * `thidua export CAMPAIGN PHASE --out FILE [--word]`: exports the dossiers of a phase of the service's own database. The export
 * stands in the queue like any other; nobody else need be there to do it. Ctrl-C calls it off.
 */
export function exportPhase(
  campaign: string,
  phase: string,
  { out, word }: { out: string; word?: boolean },
): Promise<void> {
  return withApplication(async (app) => {
    await requireFile(out);
    const wanted = { campaign, phase, kind: 'round', choice: [], word } as const;
    const { job, isNew } = await app.get(ExportService).put(SYSTEM, wanted);
    const forget = onInterrupt(() => leave(app, job, isNew));
    try {
      const ended = await followed(app, job.id);
      if (ended.state === 'cancelled') return explain(message('cli.export.cancelled'));
      if (ended.error) throw new DomainError(ended.error.code, ended.error.params);
      await fetchFile(app, ended, out);
      for (const line of findingLines(ended)) explain(line);
      print(message('cli.export.written', { out, count: ended.total ?? 0 }));
    } finally {
      forget();
    }
  });
}

/** A place for the file, before anything is printed for it. */
async function requireFile(out: string): Promise<void> {
  const there = await stat(out).catch(() => undefined);
  if (there && !there.isFile()) refuse('cli.export.no-file', { out });
  const folder = await stat(dirname(resolve(out))).catch(() => undefined);
  if (!folder?.isDirectory()) refuse('cli.export.no-folder', { folder: dirname(out) });
}

/** What somebody else has asked for too goes on without us. */
async function leave(app: INestApplicationContext, { id }: ExportJobRow, isOurs: boolean): Promise<void> {
  process.exitCode = INTERRUPTED;
  if (isOurs) return void (await app.get(ExportService).cancel(SYSTEM, id));
  explain(message('cli.export.goes-on'));
  process.exit();
}

/** Runs the work on the first Ctrl-C; a second one ends the process as usual. Gives the way to call this off. */
function onInterrupt(work: () => Promise<void>): () => void {
  const run = () => void work().catch(() => process.exit());
  process.once('SIGINT', run);
  return () => process.removeListener('SIGINT', run);
}

/** The export once it has ended: done here, or by whoever took it first. */
async function followed(app: INestApplicationContext, id: string): Promise<ExportJobRow> {
  const { reader } = app.get(UnitOfWork);
  const worker = app.get(ExportWorker);
  const shown = progress();
  try {
    for (;;) {
      const job = await exportById(reader, id);
      if (job.endedAt !== null) return job;
      if (job.total) shown.at(job.done, job.total);
      if (job.state === 'waiting') void worker.run(id);
      await wait(LOOK_MS);
    }
  } finally {
    shown.stop();
  }
}

async function fetchFile(app: INestApplicationContext, job: ExportJobRow, out: string): Promise<void> {
  const from = ExportFiles.of(app.get(Config).dataDir).pathOf(job);
  if (!(await stat(from).catch(() => undefined))) throw new DomainError('export-file-not-found');
  const draft = `${out}.${process.pid}.tmp`;
  try {
    await copyFile(from, draft);
    await rename(draft, out);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
