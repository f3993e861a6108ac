import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../domain/access';
import { InputRefused } from '../../../domain/domain-error';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { oneLine } from '../../../platform/text/printable';
import { FileFolder, type Incoming } from '../../../platform/files/file-folder';
import { fileTypeOf } from '../../evidence/file-type';
import type { Sent } from '../../evidence/incoming-file';
import { shownName } from '../../evidence/shown-name';
import { UnfitFile } from '../../evidence/unfit-file';
import { VirusScanner } from '../../evidence/virus-scanner';
import { SignedPaperRow } from './signed-paper.entity';

const MEGABYTE = 1024 * 1024;

/** A PDF that was taken in; its bytes are the very ones that were sent. */
export interface SentPdf extends Incoming {
  name: string;
  scan: 'clean' | 'not-scanned';
  content: Buffer;
}

/** The folder of signed papers, apart from evidence, which is removed with the pieces that it belongs to. */
@Injectable()
export class SignedFiles {
  private readonly folder: FileFolder;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Config) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(VirusScanner) private readonly scanner: VirusScanner,
  ) {
    this.folder = new FileFolder(join(config.dataDir, 'signed'));
  }

  /**
   * Takes a PDF in, does the work that writes its row and places it, and removes what is then of no use. Throws
   * InputRefused at `file` for what is no PDF, is broken or bears a virus, `file-too-large`, `scanner-unreachable`.
   */
  async take<T>(sent: Sent, work: (file: SentPdf) => Promise<T>): Promise<T> {
    const megabytes = this.config.maxUploadMb;
    const file = await this.folder.receive(sent.bytes(), { bytes: megabytes * MEGABYTE, megabytes });
    try {
      return await work(await this.checked(file, sent.name));
    } catch (error) {
      // Whatever failed before is what its sender should know; the next start tidies up.
      await this.release([file.sha256]).catch(() => undefined);
      throw error;
    } finally {
      await this.folder.discard([file]);
    }
  }

  /** Within the turn that writes the row. */
  place(file: Incoming): Promise<void> {
    return this.folder.place(file);
  }

  open(sha256: string) {
    return this.folder.open(sha256);
  }

  /** As it was sent. Rejects where it is not there. */
  async read(sha256: string): Promise<Buffer> {
    const file = await this.folder.open(sha256);
    try {
      return await file.readFile();
    } finally {
      await file.close();
    }
  }

  /** Once at the start of the service: what a process left behind when it died. */
  async tidy(): Promise<void> {
    await this.folder.removeLeftOvers(Date.parse(this.clock.now()));
    await this.release(await this.folder.hashes());
  }

  private async checked(file: Incoming, sentName: string): Promise<SentPdf> {
    try {
      if ((await fileTypeOf(file.path)) !== 'pdf') throw new UnfitFile('file-type-not-allowed');
      const scan = await this.scanner.scan(file.path);
      return { ...file, name: shownName(sentName, 'pdf'), scan, content: await readFile(file.path) };
    } catch (error) {
      if (!(error instanceof UnfitFile)) throw error;
      const { code, params } = error;
      const isOther = code === 'file-type-not-allowed';
      throw new InputRefused([
        {
          level: 'error',
          code: isOther ? 'signed-paper-not-pdf' : code,
          path: ['file'],
          params: { name: oneLine(sentName), ...params },
        },
      ]);
    }
  }

  /** Removes those that no row names. */
  private async release(hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return;
    await this.unitOfWork.run(SYSTEM, async ({ manager }) => {
      for (const sha256 of hashes)
        if (!(await manager.existsBy(SignedPaperRow, { sha256 }))) await this.folder.remove(sha256);
    });
  }
}
