import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { sha256Hex } from '../../../platform/hash';
import { frozenInputs } from '../../awards/result.view';
import { openPhaseById } from '../../campaigns/phase.queries';
import type { BundleFinding } from '../bundle/bundle-finding';
import { evidenceOfFiles } from '../bundle/evidence-source';
import { exportRound } from '../bundle/export-round';
import { type RoundData, roundDocuments } from '../documents/round-documents';
import { documentOfNomination } from '../documents/single-document';
import { DossierPrinter } from '../printing/dossier.printer';
import { ExportFiles } from './export.files';
import type { ExportHold } from './export.hold';
import { isChosen } from './export-kind';
import { type Made, note } from './export.store';
import { type Writing, writePdf, writeZip } from './write-export';

/** Makes the file of an export from the phase as it stands when the work begins. */
@Injectable()
export class ExportMaker {
  private readonly files: ExportFiles;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
    @Inject(Config) config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.files = ExportFiles.of(config.dataDir);
  }

  /** Throws what the renderer and the file system throw, and the reason of the hold's signal. */
  async make(hold: ExportHold): Promise<Made> {
    const { job, signal } = hold;
    const data = await this.dataFor(hold);
    const renderer = await this.printer.warm();
    const findings: BundleFinding[] = [];
    const file = await this.files.place(this.files.pathOf(job), (target) =>
      write(hold, {
        data,
        target,
        renderer,
        cacheDir: this.printer.cacheDir,
        signal,
        onProgress: (done, total) => hold.at(done, total),
        onFinding: (finding) => findings.push(finding),
      }),
    );
    signal.throwIfAborted();
    return { ...file, total: hold.total, findings };
  }

  /** The file of an attempt that was not the last word. */
  discard({ job }: ExportHold): Promise<void> {
    return this.files.remove(this.files.pathOf(job));
  }

  /** All of the data are of one moment; the row says of which. */
  private async dataFor({ job, signal }: ExportHold): Promise<RoundData> {
    const open = await openPhaseById(this.unitOfWork.reader, job.phaseId);
    const dataAt = this.clock.now();
    const { data, inputVersion } = await this.printer.dataOf(open);
    await this.unitOfWork.run(SYSTEM, ({ manager }) => note(manager, job, dataAt, { dataAt, inputVersion }));
    signal.throwIfAborted();
    return data;
  }
}

/** Evidence is named in the dossiers; the digest of the inputs says what the bundle was made of. */
function evidenceOf({ campaign, round }: RoundData) {
  const { campaign: plan, nominations } = frozenInputs(campaign, round);
  return evidenceOfFiles(sha256Hex(plan + nominations));
}

async function write({ job }: ExportHold, writing: Writing): Promise<void> {
  if (job.kind === 'round')
    return void (await exportRound({ ...writing, evidence: evidenceOf(writing.data) }));
  const [code = ''] = job.choice;
  if (job.kind === 'nomination') return writePdf(() => documentOfNomination(writing.data, code), writing);
  const chosen = roundDocuments(writing.data).filter((pending) => isChosen(pending().file, job.choice));
  if (chosen.length === 0) throw new DomainError('export-empty');
  return writeZip(chosen, writing);
}
