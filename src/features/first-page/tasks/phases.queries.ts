import { type EntityManager, In } from 'typeorm';
import type { Phase } from '../../../domain/campaign';
import { phaseTitle } from '../../../domain/plan-names';
import { CampaignVersionRow } from '../../campaigns/campaign-version.entity';
import { CampaignRow } from '../../campaigns/campaign.entity';
import { typedCampaign } from '../../campaigns/campaign.queries';
import { PhaseRow } from '../../campaigns/phase.entity';
import { allowancesOf } from '../../deadlines/deadline.queries';
import type { PhaseDeadlines } from '../../deadlines/due';
import { PhaseDeadlineRow } from '../../deadlines/phase-deadline.entity';

/** An opened phase, with the words by which people know it. */
export interface HomePhase extends PhaseDeadlines {
  row: PhaseRow;
  campaign: string;
  /** Of campaign and phase. */
  title: string;
}

/** A phase of a newest plan that nobody has opened. */
interface UnopenedPhase {
  campaign: string;
  title: string;
  planned: Phase;
}

export interface HomePhases {
  opened: HomePhase[];
  unopened: UnopenedPhase[];
}

/** All phases of all campaigns, the newest opened first, with their deadlines: five queries. */
export async function homePhases(reader: EntityManager, unitId: string | null): Promise<HomePhases> {
  const campaigns = await reader.find(CampaignRow, { order: { createdAt: 'DESC', code: 'ASC' } });
  const rows = await reader.find(PhaseRow, { order: { openedAt: 'DESC', id: 'ASC' } });
  const plans = await plansOf(reader, campaigns, rows);
  const phaseId = In(rows.map(({ id }) => id));
  const deadlines = await reader.findBy(PhaseDeadlineRow, { phaseId });
  const overrides = unitId === null ? [] : await allowancesOf(reader, phaseId, unitId);
  const of = <T extends { phaseId: string }>(list: readonly T[], id: string) =>
    list.filter((each) => each.phaseId === id);
  const opened = rows.flatMap((row) => {
    const plan = plans.find(({ id }) => id === row.versionId);
    if (!plan) return [];
    const { code, title } = plan.campaign;
    const bound = { rows: of(deadlines, row.id), overrides: of(overrides, row.id) };
    return [{ row, campaign: code, title: `${title}. ${phaseTitle(plan.campaign, row.code)}`, ...bound }];
  });
  return { opened, unopened: unopenedPhases(campaigns, rows, plans) };
}

/** A version of a plan, read. */
type Plan = { id: string; campaignId: string; version: number; campaign: ReturnType<typeof typedCampaign> };

/** The newest plans, and those by which phases were opened. */
async function plansOf(
  reader: EntityManager,
  campaigns: readonly CampaignRow[],
  rows: readonly PhaseRow[],
): Promise<Plan[]> {
  const found = await reader.find(CampaignVersionRow, {
    select: { id: true, campaignId: true, version: true, definition: true },
    where: [
      { id: In(rows.map(({ versionId }) => versionId)) },
      ...campaigns.map(({ id: campaignId, version }) => ({ campaignId, version })),
    ],
  });
  return found.map((row) => ({ ...row, campaign: typedCampaign(row) }));
}

function unopenedPhases(
  campaigns: readonly CampaignRow[],
  rows: readonly PhaseRow[],
  plans: readonly Plan[],
): UnopenedPhase[] {
  return campaigns.flatMap(({ id, code, title, version }) => {
    const plan = plans.find((each) => each.campaignId === id && each.version === version);
    const isOpen = (phase: string) => rows.some((row) => row.campaignId === id && row.code === phase);
    const phases = plan?.campaign.phases.filter((phase) => !isOpen(phase.code)) ?? [];
    return phases.map((planned) => ({ campaign: code, title: `${title}. ${planned.title}`, planned }));
  });
}
