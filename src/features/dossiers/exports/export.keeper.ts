import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../domain/access';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ExportFiles } from './export.files';
import { ExportJobRow } from './export-job.entity';
import { oldExports } from './export.queries';
import { subjectOf } from './export.store';

const DAY_MS = 86_400_000;
/** An export can be made anew at any time; what lies about is only a danger. */
export const KEPT_DAYS = 14;
const EVERY_MS = 3_600_000;

/** Keeps the folder of exports small: old files go, and their rows say so. */
@Injectable()
export class ExportKeeper {
  private readonly files: ExportFiles;
  private last = -Infinity;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Config) config: Config,
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
    const old = await oldExports(this.unitOfWork.reader, daysBefore(now, KEPT_DAYS));
    for (const row of old) await this.forget(row, now);
    const kept = await this.unitOfWork.reader.findBy(ExportJobRow, { state: 'done' });
    const known = kept.filter(({ removedAt }) => removedAt === null).map((row) => this.files.pathOf(row));
    await this.files.tidy(new Set(known), Date.parse(now));
  }

  /** The row first: a file that nobody calls his own goes sooner or later in any case. */
  private async forget(row: ExportJobRow, now: string): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
      await manager.update(ExportJobRow, { id: row.id }, { removedAt: now });
      await audit.record({ action: 'export.remove', subject: subjectOf(row) });
    });
    await this.files.remove(this.files.pathOf(row));
  }
}

function daysBefore(instant: string, days: number): string {
  return new Date(Date.parse(instant) - days * DAY_MS).toISOString();
}
