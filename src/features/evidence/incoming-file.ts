import { Inject, Injectable } from '@nestjs/common';
import { InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import { Config } from '../../platform/config/config';
import { oneLine } from '../../platform/text/printable';
import type { FileFolder, Incoming } from '../../platform/files/file-folder';
import { KeptFiles } from '../nominations/kept-files';
import { type FileType, fileTypeOf } from './file-type';
import { shownName } from './shown-name';
import { UnfitFile } from './unfit-file';
import { VirusScanner } from './virus-scanner';

const MEGABYTE = 1024 * 1024;

/** A file as somebody sends it: its bytes, read once, and what they call it. */
export interface Sent {
  name: string;
  bytes: () => AsyncIterable<Buffer>;
}

/** A file that may be kept. */
export interface Checked extends Incoming {
  type: FileType;
  name: string;
  scan: 'clean' | 'not-scanned';
}

/** What somebody sent that cannot be kept, and why. */
export interface Unfit {
  name: string;
  sha256: string;
  reason: UnfitFile;
}

/** Takes files in and looks at what they are, before anything is written down about them. */
@Injectable()
export class IncomingFiles {
  readonly folder: FileFolder;

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(VirusScanner) private readonly scanner: VirusScanner,
    @Inject(KeptFiles) kept: KeptFiles,
  ) {
    this.folder = kept.folder;
  }

  /** All that may be kept, or all that may not. Throws `file-too-large` or `scanner-unreachable`; nothing is left then. */
  async take(sent: readonly Sent[]): Promise<{ checked: Checked[]; unfit: Unfit[] }> {
    const [checked, unfit]: [Checked[], Unfit[]] = [[], []];
    const incoming: Incoming[] = [];
    try {
      for (const { name, bytes } of sent) {
        const file = await this.folder.receive(bytes(), this.most);
        incoming.push(file);
        const found = await this.check(file, name);
        if ('reason' in found) unfit.push(found);
        else checked.push(found);
      }
    } catch (error) {
      await this.folder.discard(incoming);
      throw error;
    }
    if (unfit.length > 0) await this.folder.discard(incoming);
    return { checked, unfit };
  }

  private get most() {
    const megabytes = this.config.maxUploadMb;
    return { bytes: megabytes * MEGABYTE, megabytes };
  }

  private async check(file: Incoming, name: string): Promise<Checked | Unfit> {
    try {
      const type = await fileTypeOf(file.path);
      return { ...file, type, name: shownName(name, type), scan: await this.scanner.scan(file.path) };
    } catch (error) {
      if (!(error instanceof UnfitFile)) throw error;
      return { name: oneLine(name), sha256: file.sha256, reason: error };
    }
  }
}

/** The refusal of files that cannot be kept; each is told by its name, at the field `files`. */
export function refusedFiles(unfit: readonly Unfit[]): InputRefused {
  const findings = unfit.map(({ name, reason: { code, params } }): Finding => ({
    level: 'error',
    code,
    path: ['files'],
    params: { name, ...params },
  }));
  return new InputRefused(findings);
}
