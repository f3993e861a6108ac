import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import type { Campaign } from '../../domain/campaign';
import { canonicalJson } from '../../domain/canonical';
import { DomainError } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import type { Round } from '../../domain/nomination';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { campaignByCode, typedCampaign, versionOf } from '../campaigns/campaign.queries';
import { documentHead } from '../campaigns/phase.document';
import { PhaseRow } from '../campaigns/phase.entity';
import { type TakenPhase, takePhase } from '../campaigns/phase.desk';
import { type OpenPhase, openPhase } from '../campaigns/phase.queries';
import { PhaseService } from '../campaigns/phase.service';
import { NominationService } from './nomination.service';
import {
  type AcceptedDocument,
  type DocumentSource,
  type Known,
  acceptedDocument,
} from './nomination.source';
import { recordResolution } from './tie-resolution.store';

export interface Imported {
  nominations: { id: string; code: string }[];
  tieResolutions: number;
  /** True when the document's head has opened the phase. */
  opened: boolean;
  warnings: readonly Finding[];
}

/** Takes in a whole nominations document: all of it or nothing. */
@Injectable()
export class ImportService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PhaseService) private readonly phases: PhaseService,
    @Inject(NominationService) private readonly nominations: NominationService,
  ) {}

  /**
   * A phase that is not open yet is opened by the head of the document; an open one must agree with the head as far as
   * the document states it. The document is read before the unit of work begins, so that nobody waits for the reading;
   * where the phase has changed meanwhile it is read again. Throws InputRefused, `yaml-too-long`, `another-phase`,
   * `phase-settings-differ`, or `database-busy` where the phase never stands still.
   */
  async import(
    actor: Actor,
    campaignCode: string,
    phaseCode: string,
    source: DocumentSource,
  ): Promise<Imported> {
    for (let readings = 0; readings < MOST_READINGS; readings += 1) {
      const known = await whatIsKnown(this.unitOfWork.reader, campaignCode, phaseCode);
      const document = await acceptedDocument(known.campaign, source, known);
      requireSamePhase(known, document.round);
      const imported = await this.unitOfWork.run(actor, (tx) => this.takeIn(tx, actor, known, document));
      if (imported) return imported;
    }
    throw new DomainError('database-busy');
  }

  /** Undefined when the phase is no longer what the document was read for. */
  private async takeIn(
    tx: Transaction,
    actor: Actor,
    known: KnownPhase,
    { round, accepted, warnings }: AcceptedDocument,
  ): Promise<Imported | undefined> {
    if ((await markOf(tx.manager, known.campaign.code, known.phase)) !== known.mark) return undefined;
    const open = await this.taken(tx, known, round);
    const rows = await this.nominations.takeIn(tx, actor, open, accepted);
    for (const resolution of round.tieResolutions) await recordResolution(tx, open, resolution);
    return {
      nominations: rows.map(({ id, code }) => ({ id, code })),
      tieResolutions: round.tieResolutions.length,
      opened: !known.open,
      warnings,
    };
  }

  private async taken(tx: Transaction, { open }: KnownPhase, round: Round): Promise<TakenPhase> {
    if (!open) await this.phases.openIn(tx, round.campaign, round.phase, round);
    return takePhase(tx.manager, round.campaign, round.phase);
  }
}

/** As often as a clerk who saves every second may get in between. */
const MOST_READINGS = 5;

/** What a document is read against. */
interface KnownPhase extends Known {
  campaign: Campaign;
  /** Code of the phase. */
  phase: string;
  /** Absent while the phase is not open. */
  open?: OpenPhase;
  /** Changes with everything that the reading depends on. */
  mark: string;
}

async function whatIsKnown(
  reader: EntityManager,
  campaignCode: string,
  phaseCode: string,
): Promise<KnownPhase> {
  const row = await campaignByCode(reader, campaignCode);
  const phase = phaseCode.normalize('NFC');
  // The mark first: whatever changes after it is seen by its change.
  const mark = await markOf(reader, row.code, phase);
  if (!(await reader.existsBy(PhaseRow, { campaignId: row.id, code: phase }))) {
    const campaign = typedCampaign(await versionOf(reader, row));
    if (!campaign.phases.some(({ code }) => code === phase))
      throw new DomainError('phase-not-found', { campaign: campaignCode, phase });
    return { campaign, phase, mark, head: {}, codes: new Set<string>() };
  }
  const open = await openPhase(reader, campaignCode, phase);
  const { schema: _own, ...head } = documentHead(open.campaign, open.phase);
  const codes = await reader.sql<{ code: string }[]>`
    SELECT "code" FROM "nomination" WHERE "phaseId" = ${open.phase.id}`;
  const taken = new Set(codes.map(({ code }) => code));
  return { campaign: open.campaign, phase, open, mark, head, codes: taken };
}

/** Of an open phase all that was ever changed in it is counted; else the newest plan decides. */
async function markOf(reader: EntityManager, campaignCode: string, code: string): Promise<string> {
  const { id, version } = await campaignByCode(reader, campaignCode);
  const phase = await reader.findOneBy(PhaseRow, { campaignId: id, code });
  return phase ? `${phase.id} ${phase.inputVersion} ${phase.draftVersion}` : `${id} ${version}`;
}

function requireSamePhase({ open, phase }: KnownPhase, round: Round): void {
  if (round.phase !== phase) throw new DomainError('another-phase', { found: round.phase, expected: phase });
  if (open) requireSameHead(open.phase, round);
}

/** Date, participants and council are settings of the phase: an import does not change them in passing. */
function requireSameHead(phase: PhaseRow, round: Round): void {
  const stated = { date: round.date, participants: round.participants, council: round.council ?? null };
  const { date, participants, council } = phase;
  if (canonicalJson(stated) !== canonicalJson({ date, participants, council }))
    throw new DomainError('phase-settings-differ', { phase: phase.code });
}
