import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/access';
import { DomainError } from '../../../domain/domain-error';
import { givenReason } from '../../../domain/reason';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Kept } from '../../../platform/kept';
import { oneLine } from '../../../platform/text/printable';
import { auditHead } from '../../audit/audit.queries';
import { type OpenPhase, openPhase } from '../../campaigns/phase.queries';
import type { Sent } from '../../evidence/incoming-file';
import { type PaperName, requirePaper } from '../papers/paper-subject';
import { DossierPrinter } from '../printing/dossier.printer';
import type { Accepted } from './accepted-file';
import { documentOf } from './paper-document';
import { wordsDigest } from './paper-words';
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

/** What was found in it, and what its paper said when it came (`wordsDigest`). */
type Looked = Accepted & { content: string | null };

/** A digest is short. */
const MOST_DIGESTS = 1_000;

/** What the column of the reason holds. */
const LONGEST_REASON = 500;

/** Keeps papers as they came back signed, byte for byte. */
@Injectable()
export class SignedPaperService {
  private readonly digests = new Kept<string | null>(MOST_DIGESTS);

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SignedFiles) private readonly files: SignedFiles,
    @Inject(SignedFileCheck) private readonly check: SignedFileCheck,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
  ) {}

  /**
   * Keeps the signed file of a paper; one that is there already is only replaced with a reason, and stays. Throws
   * `paper-not-found`, `signed-paper-reason-missing`, `reason-too-long`, `signed-paper-same`, and as `SignedFiles.take` and `acceptedFile` do.
   */
  async upload(actor: Actor, place: PaperPlace, sent: Sent, upload: Upload): Promise<SignedPaperRow> {
    const { open, name } = await requireThere(this.unitOfWork.reader, actor, place);
    return this.files.take(sent, async (file) => {
      const accepted = await this.check.accept(file.content, upload);
      const content = await this.wordsOf(actor, open, name);
      return this.keep(actor, place, file, { ...upload, ...accepted, content });
    });
  }

  /**
   * What a paper says today (`wordsDigest`); null where there is no such paper. Every change of data adds to the audit: as
   * long as its head is the same, so are the words.
   */
  async wordsOf(actor: Actor, open: OpenPhase, name: PaperName): Promise<string | null> {
    const head = await auditHead(this.unitOfWork.reader);
    return this.digests.of([head, open.phase.id, name.kind, name.subject, actor.id], () =>
      this.newWordsOf(actor, open, name),
    );
  }

  private async newWordsOf(actor: Actor, open: OpenPhase, name: PaperName): Promise<string | null> {
    try {
      const choose = await documentOf(this.unitOfWork.reader, actor, open, name);
      return wordsDigest(await this.printer.dataOf(open), choose);
    } catch (error) {
      // A database that is busy says nothing about the paper.
      if (error instanceof DomainError && error.code !== 'database-busy') return null;
      throw error;
    }
  }

  private keep(actor: Actor, place: PaperPlace, file: SentPdf, about: Upload & Looked) {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { open, name } = await requireThere(manager, actor, place);
      const phaseId = open.phase.id;
      const former = await signedPaper(manager, phaseId, name);
      const reason = givenReason(oneLine(about.reason), LONGEST_REASON) || null;
      if (former?.sha256 === file.sha256) throw new DomainError('signed-paper-same');
      if (former && reason === null) throw new DomainError('signed-paper-reason-missing');
      const row = {
        id: newId(),
        phaseId,
        ...name,
        ordinal: (former?.ordinal ?? 0) + 1,
        ...columnsOf(file, about),
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
): Promise<{ open: OpenPhase; name: PaperName }> {
  const open = await openPhase(manager, campaign, phase);
  return { open, name: await requirePaper(manager, actor, open, place) };
}

/** What is kept of the file itself. */
function columnsOf({ sha256, bytes, name, scan }: SentPdf, { form, signatures, content }: Looked) {
  return { sha256, bytes, name, scan, form, signatures, content };
}

function told({ kind, subject, sha256, form, signatures }: Omit<SignedPaperRow, 'id'>) {
  const signers = signatures.map(({ signer, claimedAt }) => ({ signer, claimedAt }));
  return { kind, subject, sha256, form, signers };
}
