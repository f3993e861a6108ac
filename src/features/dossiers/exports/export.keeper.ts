import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { SYSTEM } from '../../../domain/access';
import { after } from '../../../platform/clock/after';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DossierPrinter } from '../printing/dossier.printer';
import { ExportFiles } from './export.files';
import { ExportJobRow } from './export-job.entity';
import { finishedExports } from './export.queries';
import { subjectOf } from './export.store';

const DAY_MS = 86_400_000;
/** An export can be made anew at any time; what lies about is only a danger. */
export const KEPT_DAYS = 14;
const EVERY_MS = 3_600_000;

/** Keeps the folders of exports and of prints small: old files go, and the rows of exports say so. */
@Injectable()
export class ExportKeeper {
  private readonly files: ExportFiles;
  private last = -Infinity;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
    @Inject(Config) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.files = ExportFiles.of(config.dataDir);
  }

  /** Once an hour at most. */
  async tidyNowAndThen(): Promise<void> {
    if (performance.now() - this.last < EVERY_MS) return;
    this.last = performance.now();
    await this.tidy();
  }

  async tidy(): Promise<void> {
    const now = this.clock.now();
    const finished = await finishedExports(this.unitOfWork.reader);
    const outworn = outwornOf(finished, after(now, -KEPT_DAYS * DAY_MS), this.config.maxKeptMb);
    for (const row of outworn) await this.forget(row, now);
    const kept = finished.filter((row) => !outworn.includes(row));
    await this.files.tidy(new Set(kept.map((row) => this.files.pathOf(row))), Date.parse(now));
    await this.printer.tidy();
  }

  /** The row first, once, however many keepers there are: a file that nobody calls his own goes in any case. */
  private async forget(row: ExportJobRow, now: string): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
      const kept = { id: row.id, removedAt: IsNull() };
      const { affected } = await manager.update(ExportJobRow, kept, { removedAt: now });
      if (affected === 1) await audit.record({ action: 'export.remove', subject: subjectOf(row) });
    });
    await this.files.remove(this.files.pathOf(row));
  }
}

/** Those that are too old, and those beyond the room for all; the newest stays, however large it is. */
function outwornOf(newestFirst: readonly ExportJobRow[], oldest: string, megabytes: number): ExportJobRow[] {
  let room = megabytes * 1024;
  return newestFirst.filter((row, at) => {
    room -= row.kilobytes ?? 0;
    return (row.endedAt ?? '') < oldest || (room < 0 && at > 0);
  });
}
