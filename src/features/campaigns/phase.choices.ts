import type { EntityManager } from 'typeorm';
import { phaseTitle } from '../../domain/plan-names';
import { filedPlan } from './phase.queries';

/** One phase that has been opened, as a choice. */
export interface PhaseChoice {
  campaign: string;
  title: string;
  phase: string;
  phaseTitle: string;
  concludedAt: string | null;
}

/** The phases that have been opened, those still at work first, the newest of them at the head. */
export async function phaseChoices(reader: EntityManager): Promise<PhaseChoice[]> {
  const rows = await reader.sql<(Omit<PhaseChoice, 'phaseTitle'> & { versionId: string })[]>`
    SELECT c."code" AS "campaign", c."title", p."code" AS "phase", p."versionId", p."concludedAt"
    FROM "phase" p JOIN "campaign" c ON c."id" = p."campaignId"
    ORDER BY CASE WHEN p."concludedAt" IS NULL THEN 0 ELSE 1 END, p."openedAt" DESC, c."code", p."code"`;
  const choices: PhaseChoice[] = [];
  for (const { versionId, ...row } of rows) {
    const { campaign } = await filedPlan(reader, { versionId });
    choices.push({ ...row, phaseTitle: phaseTitle(campaign, row.phase) });
  }
  return choices;
}
