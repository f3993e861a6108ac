import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SYSTEM } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { IncomingFiles } from '../../evidence/incoming-file';
import { openPhaseById } from '../../campaigns/phase.queries';
import type { BundleFinding } from '../bundle/bundle-finding';
import type { EvidenceSource } from '../bundle/evidence-source';
import { PdfProcesses } from '../../../platform/pdf/process/pdf-processes';
import { exportRound } from '../bundle/export-round';
import { storedEvidence } from '../bundle/stored-evidence';
import { type RoundData, roundDocuments } from '../documents/round-documents';
import { DossierPrinter } from '../printing/dossier.printer';
import { SignedFiles } from '../signing/signed-files';
import { ExportFiles } from './export.files';
import type { ExportHold } from './export.hold';
import { isChosen } from './export-kind';
import { type Made, note } from './export.store';
import { type Writing, writeZip } from './write-export';
import { writeMerged } from './write-merged';

/** Makes the file of an export from the phase as it stands when the work begins. */
@Injectable()
export class ExportMaker implements OnApplicationShutdown {
  private readonly files: ExportFiles;
  /** Warm from the first export on. */
  private readonly processes = new PdfProcesses();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
    @Inject(SignedFiles) private readonly signed: SignedFiles,
    @Inject(IncomingFiles) private readonly incoming: IncomingFiles,
    @Inject(Config) config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.files = ExportFiles.of(config.dataDir);
  }

  /** Throws what the renderer and the file system throw, and the reason of the hold's signal. */
  async make(hold: ExportHold): Promise<Made> {
    const { job, signal } = hold;
    const { data, evidence } = await this.dataFor(hold);
    const renderer = await this.printer.warm();
    const findings: BundleFinding[] = [];
    const file = await this.files.place(this.files.pathOf(job), (target) =>
      write(hold, evidence, {
        data,
        target,
        renderer,
        processes: this.processes,
        cacheDir: this.printer.cacheDir,
        signal,
        onProgress: (done, total) => hold.at(done, total),
        onFinding: (finding) => findings.push(finding),
        signedFile: ({ paper }) =>
          paper ? this.signed.signedFile(job.phaseId, paper) : Promise.resolve(undefined),
      }),
    );
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

  /** All of the data are of one moment; the row says of which. */
  private async dataFor({ job, signal }: ExportHold): Promise<{ data: RoundData; evidence: EvidenceSource }> {
    const open = await openPhaseById(this.unitOfWork.reader, job.phaseId);
    const dataAt = this.clock.now();
    const { data, inputVersion } = await this.printer.dataOf(open);
    await this.unitOfWork.run(SYSTEM, ({ manager }) => note(manager, job, dataAt, { dataAt, inputVersion }));
    const { reader } = this.unitOfWork;
    const evidence = await storedEvidence(reader, this.incoming.folder, { id: job.phaseId, inputVersion });
    signal.throwIfAborted();
    return { data, evidence };
  }
}

async function write({ job }: ExportHold, evidence: EvidenceSource, writing: Writing): Promise<void> {
  if (job.kind === 'round') return void (await exportRound({ ...writing, evidence }));
  if (job.kind === 'nomination') return writeMerged(job.choice[0] ?? '', evidence, writing);
  const chosen = roundDocuments(writing.data).filter((pending) => isChosen(pending().file, job.choice));
  if (chosen.length === 0) throw new DomainError('export-empty');
  return writeZip(chosen, writing);
}
