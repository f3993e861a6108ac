import { type EntityManager, In } from 'typeorm';
import type { Campaign, Phase } from '../../domain/campaign';
import { DomainError } from '../../domain/domain-error';
import { phaseTitle } from '../../domain/plan-names';
import { CampaignVersionRow } from '../campaigns/campaign-version.entity';
import type { CampaignRow } from '../campaigns/campaign.entity';
import {
  type CampaignLine,
  campaignByCode,
  listCampaigns,
  typedCampaign,
  versionOf,
} from '../campaigns/campaign.queries';
import { PhaseRow } from '../campaigns/phase.entity';
import { type OpenPhase, type RunningPhase, openPhaseById, runningPhases } from '../campaigns/phase.queries';

/** A phase as a plan states it, opened or not: one that is open is judged by the version that it was opened by. */
export interface PlannedPhase {
  row: CampaignRow;
  campaign: Campaign;
  version: number;
  planned: Phase;
  /** Null while it is not open. */
  opened: PhaseRow | null;
}

/** Throws `campaign-not-found` or `phase-not-found`. */
export async function plannedPhase(
  reader: EntityManager,
  campaignCode: string,
  phaseCode: string,
): Promise<PlannedPhase> {
  const row = await campaignByCode(reader, campaignCode);
  const code = phaseCode.normalize('NFC');
  const opened = await reader.findOneBy(PhaseRow, { campaignId: row.id, code });
  const { campaign, version } = opened ? await openPhaseById(reader, opened.id) : await newest(reader, row);
  const planned = campaign.phases.find((phase) => phase.code === code);
  if (!planned) throw new DomainError('phase-not-found', { campaign: campaignCode, phase: phaseCode });
  return { row, campaign, version, planned, opened };
}

/** A phase at work under its title, and the version of the plan that it is judged by. */
export interface TitledPhase extends RunningPhase {
  title: string;
}

export async function titledPhases(reader: EntityManager, row: CampaignRow): Promise<TitledPhase[]> {
  const { campaign } = await newest(reader, row);
  const running = await runningPhases(reader, row.id);
  return running.map((each) => ({
    ...each,
    title: phaseTitle(campaign, each.phase),
  }));
}

async function newest(
  reader: EntityManager,
  row: CampaignRow,
): Promise<Pick<OpenPhase, 'campaign' | 'version'>> {
  const plan = await versionOf(reader, row);
  return { campaign: typedCampaign(plan), version: plan.version };
}

/** A campaign of the list, with the phases of its newest plan. */
export interface ListedCampaign extends CampaignLine {
  phases: { planned: Phase; opened: PhaseRow | null }[];
}

/** One page of the campaigns: five queries, however many. */
export async function listedCampaigns(
  reader: EntityManager,
  range: { skip: number; take: number },
): Promise<[ListedCampaign[], number]> {
  const [lines, total] = await listCampaigns(reader, range);
  const rows = await reader.sql<{ id: string; code: string; version: number }[]>`
    SELECT "id", "code", "version" FROM "campaign"`;
  const shown = rows.filter(({ code }) => lines.some((line) => line.code === code));
  const ids = In(shown.map(({ id }) => id));
  const opened = await reader.findBy(PhaseRow, { campaignId: ids });
  const plans = await reader.find(CampaignVersionRow, {
    select: { campaignId: true, version: true, definition: true },
    where: shown.map(({ id, version }) => ({ campaignId: id, version })),
  });
  return [lines.map((line) => ({ ...line, phases: phasesOf(line, shown, plans, opened) })), total];
}

function phasesOf(
  { code }: CampaignLine,
  rows: readonly { id: string; code: string }[],
  plans: readonly CampaignVersionRow[],
  opened: readonly PhaseRow[],
): ListedCampaign['phases'] {
  const id = rows.find((row) => row.code === code)?.id;
  const plan = plans.find(({ campaignId }) => campaignId === id);
  if (!plan) return [];
  return typedCampaign(plan).phases.map((planned) => ({
    planned,
    opened: opened.find((row) => row.campaignId === id && row.code === planned.code) ?? null,
  }));
}
