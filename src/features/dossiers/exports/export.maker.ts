import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { Log } from '../../../platform/logging/log';
import { PdfProcesses } from '../../../platform/pdf/process/pdf-processes';
import type { BundleFinding } from '../bundle/bundle-finding';
import { exportNomination } from '../bundle/export-nomination';
import { exportRound } from '../bundle/export-round';
import type { RoundOrder } from '../bundle/round-order';
import { DossierPrinter } from '../printing/dossier.printer';
import { ExportFiles } from './export.files';
import type { ExportHold } from './export.hold';
import { ExportMoments } from './export.moments';
import type { ExportJobRow } from './export-job.entity';
import type { Made } from './export.store';

/** Makes the file of an export from the phase as it stands when the work begins. */
@Injectable()
export class ExportMaker implements OnApplicationShutdown {
  private readonly files: ExportFiles;
  /** Warm from the first export on. */
  private readonly processes = new PdfProcesses();

  constructor(
    @Inject(ExportMoments) private readonly moments: ExportMoments,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
    @Inject(Log) private readonly log: Log,
    @Inject(Config) config: Config,
  ) {
    this.files = ExportFiles.of(config.dataDir);
  }

  /** Throws what the renderer and the file system throw, and the reason of the hold's signal. */
  async make(hold: ExportHold): Promise<Made> {
    const { job, signal } = hold;
    const moment = (await this.moments.of(job)) ?? hold.lost();
    signal.throwIfAborted();
    const renderer = await this.printer.warm();
    let findings: BundleFinding[] = [];
    const file = await this.files.place(job, async (target) => {
      findings = await write(job, {
        ...moment,
        target,
        renderer,
        processes: this.processes,
        cacheDir: this.printer.cacheDir,
        signal,
        onProgress: (done, total) => hold.at(done, total),
        onFailure: (path, err) =>
          this.log.warn({ err, export: job.id, file: path }, 'a file could not be made'),
      });
    });
    signal.throwIfAborted();
    return { ...file, total: hold.total, findings };
  }

  /** The file of an attempt that was not the last word. */
  discard({ job }: ExportHold): Promise<void> {
    return this.files.remove(this.files.pathOf(job));
  }

  onApplicationShutdown(): Promise<void> {
    return this.processes.close();
  }
}

async function write({ kind, choice, word }: ExportJobRow, order: RoundOrder): Promise<BundleFinding[]> {
  if (kind === 'nomination') return exportNomination(choice[0] ?? '', order);
  return (await exportRound({ ...order, word }, choice)).findings;
}
