import type { EntityManager } from 'typeorm';
import type { Campaign } from '../../domain/campaign';
import { DomainError } from '../../domain/domain-error';
import { phaseTitle } from '../../domain/plan-names';
import { findPage } from '../../platform/database/find-page';
import { CampaignVersionRow } from './campaign-version.entity';
import { CampaignRow } from './campaign.entity';

/** One line of the list of campaigns. */
export interface CampaignLine {
  code: string;
  title: string;
  /** Number of the newest version of the plan. */
  plan: number;
  createdAt: string;
}

export async function listCampaigns(
  reader: EntityManager,
  range: { skip: number; take: number },
): Promise<[CampaignLine[], number]> {
  const [rows, total] = await findPage(reader, CampaignRow, {
    order: { createdAt: 'DESC', code: 'ASC' },
    ...range,
  });
  return [rows.map(({ code, title, version: plan, createdAt }) => ({ code, title, plan, createdAt })), total];
}

/** One line of the list of versions. */
export type VersionLine = Pick<CampaignVersionRow, 'version' | 'sha256' | 'reason' | 'createdAt'>;

export async function listVersions(
  reader: EntityManager,
  campaignId: string,
  range: { skip: number; take: number },
): Promise<[VersionLine[], number]> {
  return findPage(reader, CampaignVersionRow, {
    select: { version: true, sha256: true, reason: true, createdAt: true },
    where: { campaignId },
    order: { version: 'DESC' },
    ...range,
  });
}

/** Throws `campaign-not-found`. */
export async function campaignByCode(reader: EntityManager, code: string): Promise<CampaignRow> {
  const row = await reader.findOneBy(CampaignRow, { code: code.normalize('NFC') });
  if (!row) throw new DomainError('campaign-not-found', { campaign: code });
  return row;
}

/** The newest version, or the one asked for. Throws `version-not-found`. */
export async function versionOf(
  reader: EntityManager,
  campaign: CampaignRow,
  version = campaign.version,
): Promise<CampaignVersionRow> {
  const row = await reader.findOneBy(CampaignVersionRow, { campaignId: campaign.id, version });
  if (!row) throw new DomainError('version-not-found', { campaign: campaign.code, version });
  return row;
}

/** What people call a phase in a stored plan; its code where the plan does not know it. */
export function phaseTitleIn(definition: string, phase: string): string {
  return phaseTitle(typedCampaign({ definition }), phase);
}

export function typedCampaign({ definition }: Pick<CampaignVersionRow, 'definition'>): Campaign {
  return JSON.parse(definition) as Campaign;
}
