import { createReadStream } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import NodeClam from 'clamscan';
import { DomainError } from '../../domain/domain-error';
import { Config, type ScannerAddress } from '../../platform/config/config';
import { Log } from '../../platform/logging/log';
import { UnfitFile } from './unfit-file';

/** Of silence, and of one scan as a whole. */
const PATIENCE_MS = 30_000;

/** Asks clamd over its own protocol (INSTREAM), where one is set up. */
@Injectable()
export class VirusScanner {
  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Log) private readonly log: Log,
  ) {}

  /**
   * Scans a file on the disk. Throws UnfitFile `file-infected`; and `scanner-unreachable` whenever a scanner is set up and
   * gives no clear answer: what was not scanned is not let in.
   */
  async scan(path: string): Promise<'clean' | 'not-scanned'> {
    const { clamd } = this.config;
    if (!clamd) return 'not-scanned';
    const { isInfected, viruses } = await this.verdict(clamd, path);
    if (isInfected === true) throw new UnfitFile('file-infected', { virus: viruses.join(', ') });
    if (isInfected !== false) throw new DomainError('scanner-unreachable');
    return 'clean';
  }

  private async verdict(clamd: ScannerAddress, path: string) {
    const late = new AbortController();
    const bytes = createReadStream(path);
    try {
      const scanner = await new NodeClam().init(settings(clamd));
      return await Promise.race([scanner.scanStream(bytes), tooLate(late.signal)]);
    } catch (error) {
      this.log.error({ err: error }, 'the virus scanner does not answer');
      throw new DomainError('scanner-unreachable');
    } finally {
      late.abort();
      bytes.destroy();
    }
  }
}

/** No program of this host is started in its place, and it is not asked before whether it is there. */
function settings(clamd: ScannerAddress): object {
  return {
    preference: 'clamdscan',
    clamscan: { active: false, path: '' },
    clamdscan: {
      ...clamd,
      active: true,
      path: '',
      localFallback: false,
      bypassTest: true,
      timeout: PATIENCE_MS,
    },
  };
}

async function tooLate(signal: AbortSignal): Promise<never> {
  await wait(PATIENCE_MS, undefined, { signal }).catch(() => undefined);
  throw new Error('clamd is silent');
}
