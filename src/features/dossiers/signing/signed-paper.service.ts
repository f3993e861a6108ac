import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import { givenReason } from '../../../domain/reason';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { oneLine } from '../../../platform/text/printable';
import { openPhase } from '../../campaigns/phase.queries';
import type { Sent } from '../../evidence/incoming-file';
import { type PaperName, requirePaper } from '../papers/paper-subject';
import type { Accepted } from './accepted-file';
import { SignedFileCheck } from './signed-file-check';
import { SignedFiles, type SentPdf } from './signed-files';
import { SignedPaperRow } from './signed-paper.entity';
import { signedPaper } from './signed-paper.queries';

/** A paper of a phase. */
export interface PaperPlace {
  campaign: string;
  phase: string;
  kind: string;
  subject: string;
}

/** What is said of a file that came back signed. */
export interface Upload {
  /** Whether it is a scan of a paper that was signed by hand. */
  isScan: boolean;
  /** Why it takes the place of the one before it; '' for the first. */
  reason: string;
}

/** What the column of the reason holds. */
const LONGEST_REASON = 500;

/** Keeps papers as they came back signed, byte for byte. */
@Injectable()
export class SignedPaperService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SignedFiles) private readonly files: SignedFiles,
    @Inject(SignedFileCheck) private readonly check: SignedFileCheck,
  ) {}

  /**
   * Keeps the signed file of a paper; one that is there already is only replaced with a reason, and stays. Throws
   * `paper-not-found`, `signed-paper-reason-missing`, `reason-too-long`, `signed-paper-same`, and as `SignedFiles.take` and `acceptedFile` do.
   */
  async upload(actor: Actor, place: PaperPlace, sent: Sent, upload: Upload): Promise<SignedPaperRow> {
    await requireThere(this.unitOfWork.reader, actor, place);
    return this.files.take(sent, async (file) => {
      const accepted = await this.check.accept(file.content, upload);
      return this.keep(actor, place, file, { ...upload, ...accepted });
    });
  }

  private keep(actor: Actor, place: PaperPlace, file: SentPdf, about: Upload & Accepted) {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { phaseId, name } = await requireThere(manager, actor, place);
      const former = await signedPaper(manager, phaseId, name);
      const reason = givenReason(oneLine(about.reason), LONGEST_REASON) || null;
      if (former?.sha256 === file.sha256) throw new DomainError('signed-paper-same');
      if (former && reason === null) throw new DomainError('signed-paper-reason-missing');
      const { form, signatures } = about;
      const { sha256, bytes, scan } = file;
      const row = {
        id: newId(),
        phaseId,
        ...name,
        ordinal: (former?.ordinal ?? 0) + 1,
        sha256,
        bytes,
        name: file.name,
        scan,
        form,
        signatures,
        content: null,
        reason: former ? reason : null,
        uploadedById: actor.id,
        uploadedBy: actor.name,
        uploadedAt: this.clock.now(),
      };
      await manager.insert(SignedPaperRow, row);
      await audit.record({
        action: former ? 'signed-paper.replace' : 'signed-paper.upload',
        subject: { type: 'phase', id: phaseId },
        ...(former && { before: told(former) }),
        after: { ...told(row), ...(former && { reason }) },
      });
      await this.files.place(file);
      return row;
    });
  }
}

async function requireThere(
  manager: EntityManager,
  actor: Actor,
  { campaign, phase, ...place }: PaperPlace,
): Promise<{ phaseId: string; name: PaperName }> {
  const open = await openPhase(manager, campaign, phase);
  return { phaseId: open.phase.id, name: await requirePaper(manager, actor, open, place) };
}

function told({ kind, subject, sha256, form, signatures }: Omit<SignedPaperRow, 'id'>) {
  const signers = signatures.map(({ signer, claimedAt }) => ({ signer, claimedAt }));
  return { kind, subject, sha256, form, signers };
}
