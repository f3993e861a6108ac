import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../domain/access';
import { canonicalJson } from '../../domain/canonical';
import type { Campaign } from '../../domain/campaign';
import { DomainError } from '../../domain/domain-error';
import { requiredReason } from '../../domain/reason';
import type { Finding } from '../../domain/finding';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { sha256Hex } from '../../platform/hash';
import { CampaignVersionRow } from './campaign-version.entity';
import { CampaignRow } from './campaign.entity';
import { campaignByCode, versionOf } from './campaign.queries';
import { acceptedCampaign } from './definition';
import { type RunningPhase, runningPhases } from './phase.queries';

export interface Filed {
  code: string;
  title: string;
  version: number;
  sha256: string;
  /** What a person should know although the plan was accepted. */
  warnings: readonly Finding[];
}

interface Revised extends Filed {
  /** The phases already at work, each with the version that it stays on: a new version moves none of them. */
  runningPhases: RunningPhase[];
}

/** Files plans of campaigns. A version once filed is never edited; a change of the plan is a new version (law 3). */
@Injectable()
export class CampaignService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Files a campaign by the text of its plan, YAML or JSON. Throws InputRefused or `campaign-exists`. */
  async create(actor: Actor, source: string): Promise<Filed> {
    const { campaign, warnings } = acceptedCampaign(source);
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      if (await manager.existsBy(CampaignRow, { code: campaign.code }))
        throw new DomainError('campaign-exists', { campaign: campaign.code });
      const { code, title } = campaign;
      const row: CampaignRow = { id: newId(), code, title, version: 1, createdAt: this.clock.now() };
      await manager.insert(CampaignRow, row);
      const { sha256 } = await this.file(manager, row, campaign, { source, reason: '' });
      await audit.record({
        action: 'campaign.create',
        subject: { type: 'campaign', id: row.id },
        after: { code, title, version: 1, sha256 },
      });
      return { code, title, version: 1, sha256, warnings };
    });
  }

  /**
   * Files a new version of the plan. Phases already opened stay on the version by which they were opened.
   * Throws InputRefused, `campaign-not-found`, `another-campaign-code`, `reason-missing`, `reason-too-long` or `version-exists` (nothing has changed).
   */
  async revise(actor: Actor, code: string, change: { source: string; reason?: string }): Promise<Revised> {
    const { campaign, warnings } = acceptedCampaign(change.source);
    const reason = requiredReason(change.reason);
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const row = await campaignByCode(manager, code);
      if (campaign.code !== row.code)
        throw new DomainError('another-campaign-code', { found: campaign.code, expected: row.code });
      const before = await versionOf(manager, row);
      const { title } = campaign;
      const version = row.version + 1;
      if (before.sha256 === sha256Hex(canonicalJson(campaign)))
        throw new DomainError('version-exists', { version: before.version });
      await manager.update(CampaignRow, { id: row.id }, { title, version });
      const { sha256 } = await this.file(manager, { ...row, version }, campaign, { ...change, reason });
      await audit.record({
        action: 'campaign.revise',
        subject: { type: 'campaign', id: row.id },
        before: { title: row.title, version: before.version, sha256: before.sha256 },
        after: { title, version, sha256, reason },
      });
      return {
        code: row.code,
        title,
        version,
        sha256,
        warnings,
        runningPhases: await runningPhases(manager, row.id),
      };
    });
  }

  private async file(
    manager: EntityManager,
    row: CampaignRow,
    campaign: Campaign,
    { source, reason }: { source: string; reason: string },
  ): Promise<CampaignVersionRow> {
    const definition = canonicalJson(campaign);
    const version: CampaignVersionRow = {
      id: newId(),
      campaignId: row.id,
      version: row.version,
      definition,
      sha256: sha256Hex(definition),
      source,
      reason,
      createdAt: this.clock.now(),
    };
    await manager.insert(CampaignVersionRow, version);
    return version;
  }
}
