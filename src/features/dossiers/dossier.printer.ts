import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { evaluate } from '../../domain/evaluation';
import { Config } from '../../platform/config/config';
import { Log } from '../../platform/logging/log';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer';
import { ENGINE } from '../../platform/version';
import type { OpenPhase } from '../campaigns/phase.queries';
import { roundOf } from '../nominations/round.queries';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { PrintDocument } from './print-document';
import { printer } from './render-round';
import type { RoundData } from './round-documents';

/** More than these waiting, and the next is told to come again. */
const WAITING = 200;

/** Prints single documents of a phase as it stands, in one warm browser that starts with the first print. */
@Injectable()
export class DossierPrinter implements OnApplicationShutdown {
  private renderer?: Promise<PdfRenderer>;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Config) private readonly config: Config,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** Throws `no-browser`, `renderer-busy`, `print-timeout`, `print-failed`, and what `choose` throws. */
  async print(
    open: OpenPhase,
    choose: (data: RoundData) => PrintDocument,
  ): Promise<{ file: string; bytes: Uint8Array }> {
    const round = await roundOf(this.unitOfWork.reader, open);
    const data = {
      campaign: open.campaign,
      round,
      evaluation: evaluate(open.campaign, round),
      engine: ENGINE,
    };
    const document = choose(data);
    return printer(data, await this.warm(), join(this.config.dataDir, 'dossiers'))(() => document);
  }

  async onApplicationShutdown(): Promise<void> {
    const renderer = await this.renderer?.catch(() => undefined);
    await renderer?.close();
  }

  /** Where there is no browser, the next request looks again: somebody may have installed one. */
  private warm(): Promise<PdfRenderer> {
    this.renderer ??= this.open().catch((error: unknown) => {
      this.renderer = undefined;
      throw error;
    });
    return this.renderer;
  }

  private open(): Promise<PdfRenderer> {
    return PdfRenderer.open({
      executablePath: this.config.browserPath,
      waitingLimit: WAITING,
      onSecurityEvent: (event) => this.log.warn({ event }, 'a dossier asked for something beyond itself'),
    });
  }
}
