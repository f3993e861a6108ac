import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Kept } from '../../../platform/kept';
import { Log } from '../../../platform/logging/log';
import type { SecurityEvent } from '../../../platform/pdf/guarded-page';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { auditHead } from '../../audit/audit.queries';
import { Evaluations } from '../../awards/evaluations';
import { type PhaseMoment, openPhaseById } from '../../campaigns/phase.queries';
import { roundData } from '../round-data.queries';
import { DossierCache, cacheFolder } from './dossier-cache';
import type { PrintDocument } from './print-document';
import { pressOf } from './press';
import type { Form } from '../word/paper-form';
import { wordFile } from '../word/word-document';
import type { RoundData } from '../documents/round-documents';

/** More than these waiting, and the next is told to come again. */
const WAITING = 200;

/** One of ten thousand nominations takes some forty megabytes. */
const MOST_ROUNDS = 2;

/** Prints single documents of a phase as it stands, in one warm browser that starts with the first print. */
@Injectable()
export class DossierPrinter implements OnApplicationShutdown {
  private renderer?: Promise<PdfRenderer>;
  private readonly rounds = new Kept<RoundData>(MOST_ROUNDS);

  constructor(
    @Inject(Evaluations) private readonly evaluations: Evaluations,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Config) private readonly config: Config,
    @Inject(Log) private readonly log: Log,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A Word file needs no browser. Throws `no-browser`, `renderer-busy`, `print-timeout`, `print-failed`, and what `choose` throws. */
  async print(
    phase: { phase: PhaseMoment },
    choose: (data: RoundData) => PrintDocument,
    form: Form = 'pdf',
  ): Promise<{ file: string; bytes: Uint8Array }> {
    const data = await this.dataOf(phase);
    const document = choose(data);
    if (form === 'docx') return wordFile(document, data.round.date);
    const press = pressOf(data, await this.warm(), { cacheDir: this.cacheDir });
    return { file: document.file, bytes: await press.print(document) };
  }

  /**
   * All that the documents of a phase are made of, as it stands or has become in the meantime; nobody changes it. Every change
   * of data adds to the audit: as long as its head is the same, so are they.
   */
  async dataOf({ phase: { id } }: { phase: PhaseMoment }): Promise<RoundData> {
    const { reader } = this.unitOfWork;
    return this.rounds.of([id, await auditHead(reader)], async () => {
      const open = await openPhaseById(reader, id);
      return roundData(reader, open, await this.evaluations.ofPhase(open.phase));
    });
  }

  /** The cache does not grow without end. */
  tidy(): Promise<void> {
    return new DossierCache(this.cacheDir, this.clock).prune(this.config.maxKeptMb);
  }

  async onApplicationShutdown(): Promise<void> {
    const renderer = await this.renderer?.catch(() => undefined);
    await renderer?.close();
  }

  get cacheDir(): string {
    return cacheFolder(this.config.dataDir);
  }

  /** The one browser of this process. Where there is none, the next request looks again: somebody may have installed one. */
  warm(): Promise<PdfRenderer> {
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
      onSecurityEvent: (event) =>
        this.log.warn(withoutContent(event), 'a dossier asked for something beyond itself'),
    });
  }
}

/** What the log may hold of a refusal: the address itself comes out of the text of a dossier, and so speaks of people. */
export function withoutContent({ resource, url }: SecurityEvent): { resource: string; scheme: string } {
  return { resource, scheme: URL.canParse(url) ? new URL(url).protocol : 'none' };
}
