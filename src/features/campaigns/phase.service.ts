import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import type { Campaign } from '../../domain/campaign';
import { DomainError } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import { Clock } from '../../platform/clock/clock';
import { insertInParts } from '../../platform/database/insert-in-parts';
import { newId } from '../../platform/database/new-id';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { phaseTitle } from '../../domain/plan-names';
import { campaignByCode, typedCampaign, versionOf } from './campaign.queries';
import { acceptedSettings } from './phase.document';
import { PhaseRow } from './phase.entity';
import { PlaceRow } from './place.entity';
import { QuotaLineRow } from './quota-line.entity';
import { placesOf, quotaLinesOf } from './quota.rows';

/** More places than any campaign awards: a plan that asks for more is a slip of the pen. */
export const MOST_PLACES = 100_000;

/** A phase whose settings were accepted, and what a person should know of them all the same. */
export interface SetPhase {
  phase: PhaseRow;
  warnings: readonly Finding[];
}

@Injectable()
export class PhaseService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Opens a phase on the newest version of the plan and lays out one row for each place of its quotas (law 2).
   * Throws `campaign-not-found`, `phase-not-found`, `phase-opening-exists`, `too-many-places` or InputRefused.
   */
  open(actor: Actor, campaignCode: string, phaseCode: string, settings: unknown): Promise<SetPhase> {
    return this.unitOfWork.run(actor, (tx) => this.openIn(tx, campaignCode, phaseCode, settings));
  }

  /** As `open`, inside the unit of work of an import. */
  async openIn(
    tx: Transaction,
    campaignCode: string,
    phaseCode: string,
    settings: unknown,
  ): Promise<SetPhase> {
    const { manager, audit } = tx;
    const row = await campaignByCode(manager, campaignCode);
    const plan = await versionOf(manager, row);
    const campaign = typedCampaign(plan);
    const code = plannedPhase(campaign, phaseCode);
    if (await manager.existsBy(PhaseRow, { campaignId: row.id, code }))
      throw new DomainError('phase-opening-exists', { phase: phaseTitle(campaign, code) });
    const { head, warnings } = acceptedSettings(campaign, code, settings);
    const { date, participants, council } = head;
    const phase: PhaseRow = {
      id: newId(),
      campaignId: row.id,
      versionId: plan.id,
      code,
      date,
      participants,
      council: council ?? null,
      version: 1,
      inputVersion: 1,
      draftVersion: 0,
      openedAt: this.clock.now(),
      concludedAt: null,
      publishedAt: null,
    };
    await manager.insert(PhaseRow, phase);
    const places = await layOut(manager, quotaLinesOf(campaign, phase.id, participants));
    await audit.record({
      action: 'phase.open',
      subject: { type: 'phase', id: phase.id },
      after: { campaign: row.code, phase: code, plan: plan.version, date, participants, council, places },
    });
    return { phase, warnings };
  }
}

function plannedPhase({ code, phases }: Campaign, phaseCode: string): string {
  const planned = phases.find((phase) => phase.code === phaseCode.normalize('NFC'));
  if (!planned) throw new DomainError('phase-not-found', { campaign: code, phase: phaseCode });
  return planned.code;
}

/** Gives the number of places. */
async function layOut(manager: EntityManager, lines: QuotaLineRow[]): Promise<number> {
  const count = lines.reduce((sum, { capacity }) => sum + capacity, 0);
  if (count > MOST_PLACES) throw new DomainError('too-many-places', { count, most: MOST_PLACES });
  await insertInParts(manager, QuotaLineRow, lines);
  await insertInParts(
    manager,
    PlaceRow,
    lines.flatMap((line) => placesOf(line)),
  );
  return count;
}
