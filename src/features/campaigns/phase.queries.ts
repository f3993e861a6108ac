import { type EntityManager, In } from 'typeorm';
import type { Campaign, Phase } from '../../domain/campaign';
import { DomainError } from '../../domain/domain-error';
import { Kept } from '../../platform/kept';
import { phaseTitle } from '../../domain/plan-names';
import { CampaignVersionRow } from './campaign-version.entity';
import { campaignByCode, typedCampaign } from './campaign.queries';
import { PhaseRow } from './phase.entity';
import { QuotaLineRow } from './quota-line.entity';
import { amendedCampaign } from './quota.rows';

/** A phase at work: its settings, and the plan that it is judged by with the amended quotas. */
export interface OpenPhase {
  phase: PhaseRow;
  campaign: Campaign;
  /** The number of the plan's version. */
  version: number;
}

/** Throws `campaign-not-found`, `phase-not-found` or `phase-not-open`. */
export async function openPhase(
  reader: EntityManager,
  campaignCode: string,
  phaseCode: string,
): Promise<OpenPhase> {
  const row = await campaignByCode(reader, campaignCode);
  const code = phaseCode.normalize('NFC');
  const phase = await reader.findOneBy(PhaseRow, { campaignId: row.id, code });
  if (phase) return withPlan(reader, phase);
  const version = await reader.findOneByOrFail(CampaignVersionRow, {
    campaignId: row.id,
    version: row.version,
  });
  const plan = typedCampaign(version);
  const planned = plan.phases.some((each) => each.code === code);
  throw planned
    ? new DomainError('phase-not-open', { campaign: plan.title, phase: phaseTitle(plan, code) })
    : new DomainError('phase-not-found', { campaign: campaignCode, phase: phaseCode });
}

/** As `openPhase`, for a phase known by its row. */
export async function openPhaseById(reader: EntityManager, id: string): Promise<OpenPhase> {
  return withPlan(reader, await reader.findOneByOrFail(PhaseRow, { id }));
}

/** The id alone, for lists that need no more. Throws as `openPhase` does. */
export async function phaseIdOf(
  reader: EntityManager,
  campaignCode: string,
  phaseCode: string,
): Promise<string> {
  return (await phaseMomentOf(reader, campaignCode, phaseCode)).id;
}

/** A phase as it is now: its nominations are the same as long as both versions are. */
export type PhaseMoment = Pick<PhaseRow, 'id' | 'inputVersion' | 'draftVersion'>;

/** Throws as `openPhase` does. */
export async function phaseMomentOf(
  reader: EntityManager,
  campaignCode: string,
  phaseCode: string,
): Promise<PhaseMoment> {
  const [found] = await reader.sql<PhaseMoment[]>`
    SELECT p."id", p."inputVersion", p."draftVersion" FROM "phase" p JOIN "campaign" c ON c."id" = p."campaignId"
    WHERE c."code" = ${campaignCode.normalize('NFC')} AND p."code" = ${phaseCode.normalize('NFC')}`;
  return found ?? (await openPhase(reader, campaignCode, phaseCode)).phase;
}

/** The phases of a campaign that have been opened, in that order, each with its plan: two queries. */
export async function openedPhases(
  reader: EntityManager,
  campaignId: string,
): Promise<{ row: PhaseRow; plan: number; planned: Phase }[]> {
  const rows = await reader.find(PhaseRow, {
    where: { campaignId },
    order: { openedAt: 'ASC', code: 'ASC' },
  });
  const versionIds = [...new Set(rows.map(({ versionId }) => versionId))];
  const plans = await reader.findBy(CampaignVersionRow, { id: In(versionIds) });
  return rows.flatMap((row) => {
    const plan = plans.find(({ id }) => id === row.versionId);
    const planned = plan && typedCampaign(plan).phases.find(({ code }) => code === row.code);
    return planned ? [{ row, plan: plan.version, planned }] : [];
  });
}

/** A phase at work and the version of the plan that it is judged by. */
export interface RunningPhase {
  phase: string;
  version: number;
}

export async function runningPhases(reader: EntityManager, campaignId: string): Promise<RunningPhase[]> {
  return reader.sql<RunningPhase[]>`
    SELECT p."code" AS "phase", v."version" AS "version"
    FROM "phase" p JOIN "campaign_version" v ON v."id" = p."versionId"
    WHERE p."campaignId" = ${campaignId} ORDER BY p."openedAt", p."code"`;
}

/** A version of a plan never changes once it is there, and its readers do not change it either. */
const plans = new Kept<{ campaign: Campaign; version: number }>();

/** The plan of a phase as it was filed, before any amendment, and the number of its version. */
export function filedPlan(
  reader: EntityManager,
  { versionId }: Pick<PhaseRow, 'versionId'>,
): Promise<{ campaign: Campaign; version: number }> {
  return plans.of([versionId], async () => {
    const row = await reader.findOneByOrFail(CampaignVersionRow, { id: versionId });
    return { campaign: typedCampaign(row), version: row.version };
  });
}

async function withPlan(reader: EntityManager, phase: PhaseRow): Promise<OpenPhase> {
  const { campaign, version } = await filedPlan(reader, phase);
  const lines = await reader.findBy(QuotaLineRow, { phaseId: phase.id });
  return { phase, campaign: amendedCampaign(campaign, lines), version };
}
