import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { newId } from '../../platform/database/new-id';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { EvidenceFileRow } from '../nominations/evidence-file.entity';
import { EvidenceRow } from '../nominations/evidence.entity';
import { KeptFiles } from '../nominations/kept-files';
import { type OnDesk, countChange, requireRight, takeNomination } from '../nominations/nomination.desk';
import { visibleNomination } from '../nominations/nomination.scope';
import { addPiece, pieceOf } from './evidence.desk';
import { requireRoom } from './evidence-quota';
import { FileKeeper } from './file-keeper';
import { type Checked, IncomingFiles, type Sent, refusedFiles } from './incoming-file';

/** What is said of new evidence; without a title a file's own name is its title. */
export interface PieceText {
  criterion: string;
  title?: string;
  document?: string;
}

/** Files as evidence: taken in, looked at and scanned first, then written down and kept in one turn. */
@Injectable()
export class EvidenceFileService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
    @Inject(IncomingFiles) private readonly incoming: IncomingFiles,
    @Inject(FileKeeper) private readonly keeper: FileKeeper,
    @Inject(KeptFiles) private readonly kept: KeptFiles,
  ) {}

  /**
   * Adds one piece of evidence for each file; all of them or none. Throws InputRefused with every file that cannot be
   * kept, `file-too-large`, `unit-quota-full`, `scanner-unreachable`, and as `takeNomination` does.
   */
  add(
    actor: Actor,
    nominationId: string,
    text: PieceText,
    sent: readonly Sent[],
  ): Promise<EvidenceFileRow[]> {
    return this.keep(actor, nominationId, sent, async (tx, desk, files) => {
      const rows: EvidenceFileRow[] = [];
      for (const file of files) {
        const { criterion, title = titleOf(file.name), document } = text;
        const { row, piece } = await addPiece(tx.manager, desk, {
          criterion,
          title,
          document,
          file: file.name,
        });
        rows.push(await this.write(tx, actor, row, file));
        const after = { ...piece, sha256: file.sha256, bytes: file.bytes };
        await tx.audit.record({ action: 'evidence.add', subject: subjectOf(nominationId), after });
      }
      return rows;
    });
  }

  /** Gives a piece that has none its file. Throws `evidence-file-exists`, `evidence-not-found`, and as `add` does. */
  attach(actor: Actor, nominationId: string, evidenceId: string, sent: Sent): Promise<EvidenceFileRow[]> {
    return this.keep(actor, nominationId, [sent], async (tx, _desk, [file]) => {
      const piece = await pieceOf(tx.manager, nominationId, evidenceId);
      if (!file || (await tx.manager.existsBy(EvidenceFileRow, { evidenceId })))
        throw new DomainError('evidence-file-exists', { title: piece.title });
      await tx.manager.update(EvidenceRow, { id: evidenceId }, { file: file.name });
      const after = { title: piece.title, file: file.name, sha256: file.sha256, bytes: file.bytes };
      await tx.audit.record({ action: 'evidence.attach', subject: subjectOf(nominationId), after });
      return [await this.write(tx, actor, piece, file)];
    });
  }

  /** Takes the file of a piece away; the piece stays. Throws `evidence-not-found`, and as `takeNomination` does. */
  async detach(actor: Actor, nominationId: string, evidenceId: string): Promise<void> {
    const sha256 = await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { row } = await takeNomination(manager, actor, 'evidence.write', nominationId);
      const file = await manager.findOneBy(EvidenceFileRow, { evidenceId, nominationId });
      if (!file) throw new DomainError('evidence-not-found', { evidence: evidenceId });
      await manager.delete(EvidenceFileRow, { id: file.id });
      await manager.update(EvidenceRow, { id: evidenceId }, { file: null });
      await countChange(manager, row, this.clock.now());
      const before = { file: file.name, sha256: file.sha256 };
      await audit.record({ action: 'evidence.detach', subject: subjectOf(nominationId), before });
      return file.sha256;
    });
    await this.kept.release([sha256]);
  }

  private async keep(
    actor: Actor,
    nominationId: string,
    sent: readonly Sent[],
    write: (tx: Transaction, desk: OnDesk, files: readonly Checked[]) => Promise<EvidenceFileRow[]>,
  ): Promise<EvidenceFileRow[]> {
    await this.requireWritable(actor, nominationId);
    const { checked, unfit } = await this.incoming.take(sent);
    if (unfit.length > 0) await this.keeper.noteInfected(actor, nominationId, unfit);
    if (unfit.length > 0) throw refusedFiles(unfit);
    return this.keeper.keep(checked, () =>
      this.unitOfWork.run(actor, async (tx) => {
        const desk = await takeNomination(tx.manager, actor, 'evidence.write', nominationId);
        await requireRoom(tx.manager, desk.row, checked, this.config.maxUnitMb);
        const rows = await write(tx, desk, checked);
        await countChange(tx.manager, desk.row, this.clock.now());
        for (const file of checked) await this.incoming.folder.place(file);
        return rows;
      }),
    );
  }

  /** Asked before anything is read: who may not write makes no work. */
  private async requireWritable(actor: Actor, nominationId: string): Promise<void> {
    const row = await visibleNomination(this.unitOfWork.reader, actor, nominationId);
    requireRight(actor, 'evidence.write', row);
  }

  private async write(
    { manager }: Transaction,
    actor: Actor,
    { id: evidenceId, nominationId }: EvidenceRow,
    { sha256, bytes, type, name, scan }: Checked,
  ): Promise<EvidenceFileRow> {
    const by = { uploadedById: actor.id, uploadedBy: actor.name, uploadedAt: this.clock.now() };
    const row = { id: newId(), nominationId, evidenceId, sha256, bytes, type, name, scan, ...by };
    await manager.insert(EvidenceFileRow, row);
    return row;
  }
}

function subjectOf(id: string) {
  return { type: 'nomination', id };
}

/** The name of a file without its ending. */
function titleOf(name: string): string {
  return name.replace(/\.[a-z]+$/i, '');
}
