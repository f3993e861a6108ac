import type { EntityManager } from 'typeorm';
import { phaseTitle } from '../../domain/plan-names';
import { CampaignVersionRow } from '../campaigns/campaign-version.entity';
import { typedCampaign } from '../campaigns/campaign.queries';

/** A phase that a session can be planned for. */
export interface PhaseChoice {
  /** `campaign/phase`, as a form sends it. */
  value: string;
  label: string;
}

/** Phases that are open and not concluded, the latest first: one query, and one for each plan. */
export async function phaseChoices(reader: EntityManager): Promise<PhaseChoice[]> {
  const rows = await reader.sql<{ campaign: string; phase: string; versionId: string }[]>`
    SELECT c."code" AS "campaign", p."code" AS "phase", p."versionId" AS "versionId"
    FROM "phase" p JOIN "campaign" c ON c."id" = p."campaignId"
    WHERE p."concludedAt" IS NULL ORDER BY p."openedAt" DESC, p."id"`;
  const choices: PhaseChoice[] = [];
  for (const { campaign, phase, versionId } of rows) {
    const plan = typedCampaign(await reader.findOneByOrFail(CampaignVersionRow, { id: versionId }));
    const label = `${phaseTitle(plan, phase)}: ${plan.title}`;
    choices.push({ value: `${campaign}/${phase}`, label });
  }
  return choices;
}
