import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { DomainError } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import type { Round } from '../../domain/nomination';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import type { TakenPhase } from '../campaigns/phase.desk';
import { PhaseService } from '../campaigns/phase.service';
import { type KnownPhase, requireSamePhase, stillHolds, whatIsKnown } from './known-phase';
import { phaseFor, requireOpen } from './nomination.entry';
import { NominationService } from './nomination.service';
import { type AcceptedDocument, type DocumentSource, acceptedDocument } from './nomination.source';
import { recordResolution } from './tie-resolution.store';

interface Imported {
  nominations: { id: string; code: string }[];
  tieResolutions: number;
  /** True when the document's head has opened the phase. */
  opened: boolean;
  warnings: readonly Finding[];
}

/** A document that would be taken in, and what it was read against. */
export interface Preview extends AcceptedDocument {
  known: KnownPhase;
}

/** Takes in a whole nominations document: all of it or nothing. The office's counts at once, a unit's gives drafts. */
@Injectable()
export class ImportService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PhaseService) private readonly phases: PhaseService,
    @Inject(NominationService) private readonly nominations: NominationService,
  ) {}

  /**
   * A phase that is not open yet is opened by the head of the office's document; an open one must agree with the head as
   * far as the document states it. The document is read before the unit of work begins, so that nobody waits for the
   * reading; where the phase has changed meanwhile it is read again. Throws InputRefused, `yaml-too-long`, `another-phase`,
   * `phase-settings-differ`, `phase-closed`, for a unit `phase-not-open`, or `database-busy` where the phase never stands
   * still.
   */
  async import(
    actor: Actor,
    campaignCode: string,
    phaseCode: string,
    source: DocumentSource,
  ): Promise<Imported> {
    for (let readings = 0; readings < MOST_READINGS; readings += 1) {
      const preview = await this.preview(actor, campaignCode, phaseCode, source);
      const imported = await this.unitOfWork.run(actor, (tx) => this.takeIn(tx, actor, preview));
      if (imported) return imported;
    }
    throw new DomainError('database-busy');
  }

  /** The dry run: reads a document as `import` does, with all its refusals, and writes nothing. */
  async preview(
    actor: Actor,
    campaignCode: string,
    phaseCode: string,
    source: DocumentSource,
  ): Promise<Preview> {
    const known = await whatIsKnown(this.unitOfWork.reader, actor, campaignCode, phaseCode);
    if (known.open) requireOpen(known.open);
    const document = await acceptedDocument(known.campaign, source, known);
    requireSamePhase(known, document.round);
    return { ...document, known };
  }

  /** Undefined when the phase is no longer what the document was read for, or one of its codes has been taken since. */
  private async takeIn(
    tx: Transaction,
    actor: Actor,
    { known, round, accepted, warnings }: Preview,
  ): Promise<Imported | undefined> {
    if (!(await stillHolds(tx.manager, known, round))) return undefined;
    const open = await this.taken(tx, actor, known, round);
    const rows = await this.nominations.takeIn(tx, actor, open, accepted);
    for (const resolution of round.tieResolutions) await recordResolution(tx, open, resolution);
    return {
      nominations: rows.map(({ id, code }) => ({ id, code })),
      tieResolutions: round.tieResolutions.length,
      opened: !known.open,
      warnings,
    };
  }

  private async taken(
    tx: Transaction,
    actor: Actor,
    { open }: KnownPhase,
    round: Round,
  ): Promise<TakenPhase> {
    if (!open) await this.phases.openIn(tx, round.campaign, round.phase, round);
    return phaseFor(tx.manager, actor, round.campaign, round.phase);
  }
}

/** As often as a clerk who saves every second may get in between. */
const MOST_READINGS = 5;
