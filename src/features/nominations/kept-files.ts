import { Inject, Injectable } from '@nestjs/common';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../domain/access';
import { Config } from '../../platform/config/config';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { FileFolder } from '../../platform/files/file-folder';
import { EvidenceFileRow } from './evidence-file.entity';

/**
 * The folder of the files of evidence. One goes only once no row of any nomination names it, in a turn of its own after the
 * rows are gone for good; what a process leaves that dies in between, the next start tidies up.
 */
@Injectable()
export class KeptFiles {
  readonly folder: FileFolder;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Config) config: Config,
  ) {
    this.folder = new FileFolder(join(config.dataDir, 'evidence'));
  }

  /** A unit of work that may take files of a nomination away: afterwards those go that it took. */
  async run<T>(actor: Actor, nominationId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    let before: string[] = [];
    const result = await this.unitOfWork.run(actor, async (tx) => {
      before = await hashesOf(tx.manager, nominationId);
      return work(tx);
    });
    // What was asked for is done, whatever becomes of its files now.
    await this.releaseLost(before, nominationId).catch(() => undefined);
    return result;
  }

  /** Removes those of these files that no row names any more. */
  async release(hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return;
    await this.unitOfWork.run(SYSTEM, async ({ manager }) => {
      for (const sha256 of hashes)
        if (!(await manager.existsBy(EvidenceFileRow, { sha256 }))) await this.folder.remove(sha256);
    });
  }

  private async releaseLost(before: readonly string[], nominationId: string): Promise<void> {
    if (before.length === 0) return;
    const after = new Set(await hashesOf(this.unitOfWork.reader, nominationId));
    await this.release(before.filter((sha256) => !after.has(sha256)));
  }
}

async function hashesOf(reader: EntityManager, nominationId: string): Promise<string[]> {
  const rows = await reader.find(EvidenceFileRow, { select: { sha256: true }, where: { nominationId } });
  return rows.map(({ sha256 }) => sha256);
}
