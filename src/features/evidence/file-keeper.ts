import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { EvidenceFileRow } from '../nominations/evidence-file.entity';
import { KeptFiles } from '../nominations/kept-files';
import { type Checked, IncomingFiles, type Unfit } from './incoming-file';

/**
 * Holds the folder to the rows: a file that no row names is removed, and one that a row names never. Files are placed and
 * removed only in a turn of the unit of work, and turns are taken across all processes on one database.
 */
@Injectable()
export class FileKeeper {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(IncomingFiles) private readonly incoming: IncomingFiles,
    @Inject(KeptFiles) private readonly kept: KeptFiles,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Does the work that writes rows for these files and places them; what it leaves behind is removed. */
  async keep<T>(files: readonly Checked[], work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      // Whatever failed before is what its sender should know; the next start tidies up.
      await this.kept.release(files.map(({ sha256 }) => sha256)).catch(() => undefined);
      throw error;
    } finally {
      await this.incoming.folder.discard(files);
    }
  }

  /** Once at the start of the service: what a process left behind when it died. */
  async tidy(): Promise<void> {
    const { folder } = this.incoming;
    await folder.removeLeftOvers(Date.parse(this.clock.now()));
    const hashes = await folder.hashes();
    const known = await named(this.unitOfWork.reader);
    await this.kept.release(hashes.filter((sha256) => !known.has(sha256)));
  }

  /** That somebody sent a virus is worth knowing, although nothing of it was kept. */
  async noteInfected(actor: Actor, nominationId: string, unfit: readonly Unfit[]): Promise<void> {
    const infected = unfit.filter(({ reason }) => reason.code === 'file-infected');
    if (infected.length === 0) return;
    await this.unitOfWork.run(actor, async ({ audit }) => {
      const subject = { type: 'nomination', id: nominationId };
      for (const { name, sha256, reason } of infected)
        await audit.record({
          action: 'evidence.infected',
          subject,
          after: { name, sha256, ...reason.params },
        });
    });
  }
}

/** The hashes that rows name, all of them. */
async function named(reader: EntityManager): Promise<Set<string>> {
  const rows = await reader
    .createQueryBuilder(EvidenceFileRow, 'file')
    .select('file.sha256', 'sha256')
    .distinct(true)
    .getRawMany<{ sha256: string }>();
  return new Set(rows.map(({ sha256 }) => sha256));
}
