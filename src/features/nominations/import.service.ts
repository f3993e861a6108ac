import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { canonicalJson } from '../../domain/canonical';
import { DomainError } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import type { Round } from '../../domain/nomination';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { campaignByCode, typedCampaign, versionOf } from '../campaigns/campaign.queries';
import { documentHead } from '../campaigns/phase.document';
import { PhaseRow } from '../campaigns/phase.entity';
import { type OpenPhase, openPhase } from '../campaigns/phase.queries';
import { PhaseService } from '../campaigns/phase.service';
import { NominationService } from './nomination.service';
import { type DocumentSource, acceptedDocument } from './nomination.source';
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
   * the document states it. Throws InputRefused, `another-phase` or `phase-settings-differ`.
   */
  import(actor: Actor, campaignCode: string, phaseCode: string, source: DocumentSource): Promise<Imported> {
    return this.unitOfWork.run(actor, async (tx) => {
      const known = await whatIsKnown(tx.manager, campaignCode, phaseCode);
      const { round, accepted, warnings } = await acceptedDocument(known.campaign, source, known);
      if (round.phase !== phaseCode.normalize('NFC'))
        throw new DomainError('another-phase', { found: round.phase, expected: phaseCode });
      if (known.open) requireSameHead(known.open.phase, round);
      const open = known.open ?? (await this.openBy(tx, round));
      const rows = await this.nominations.takeIn(tx, open, accepted);
      for (const resolution of round.tieResolutions) await recordResolution(tx, open.phase, resolution);
      return {
        nominations: rows.map(({ id, code }) => ({ id, code })),
        tieResolutions: round.tieResolutions.length,
        opened: !known.open,
        warnings,
      };
    });
  }

  private async openBy(tx: Transaction, round: Round): Promise<OpenPhase> {
    await this.phases.openIn(tx, round.campaign, round.phase, round);
    return openPhase(tx.manager, round.campaign, round.phase);
  }
}

async function whatIsKnown(manager: EntityManager, campaignCode: string, phaseCode: string) {
  const row = await campaignByCode(manager, campaignCode);
  const code = phaseCode.normalize('NFC');
  if (!(await manager.existsBy(PhaseRow, { campaignId: row.id, code }))) {
    const campaign = typedCampaign(await versionOf(manager, row));
    if (!campaign.phases.some((phase) => phase.code === code))
      throw new DomainError('phase-not-found', { campaign: campaignCode, phase: phaseCode });
    return { campaign, open: undefined, head: {}, codes: new Set<string>() };
  }
  const open = await openPhase(manager, campaignCode, phaseCode);
  const { schema: _own, ...head } = documentHead(open.campaign, open.phase);
  const codes = await manager.sql<{ code: string }[]>`
    SELECT "code" FROM "nomination" WHERE "phaseId" = ${open.phase.id}`;
  return { campaign: open.campaign, open, head, codes: new Set(codes.map((each) => each.code)) };
}

/** Date, participants and council are settings of the phase: an import does not change them in passing. */
function requireSameHead(phase: PhaseRow, round: Round): void {
  const stated = { date: round.date, participants: round.participants, council: round.council ?? null };
  const { date, participants, council } = phase;
  if (canonicalJson(stated) !== canonicalJson({ date, participants, council }))
    throw new DomainError('phase-settings-differ', { phase: phase.code });
}
