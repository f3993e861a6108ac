import type { EntityManager } from 'typeorm';
import { phaseTitleIn } from '../campaigns/campaign.queries';
import { ENGINE } from '../../platform/version';

/** What an opened phase waits for, as the leadership's first page tells it. */
export interface PhaseInHand {
  campaign: string;
  title: string;
  phase: string;
  phaseTitle: string;
  concludedAt: string | null;
  publishedAt: string | null;
  /** Decisions that wait for a second person: those of others, and one's own. */
  toConfirm: number;
  own: number;
  places: number;
  taken: number;
  /** Whether a proposal says what the rules say now. */
  fresh: boolean;
  /** Nominations before the leadership that are not decided yet. */
  ready: number;
  /** Decided, but not made known. */
  decided: number;
}

/** Every opened phase, newest first: one query. */
export async function phasesInHand(reader: EntityManager, actorId: string): Promise<PhaseInHand[]> {
  const rows = await reader.sql<Record<keyof PhaseInHand | 'definition', string | number | null>[]>`
    SELECT c."code" AS "campaign", c."title", p."code" AS "phase", v."definition", p."concludedAt", p."publishedAt",
      (SELECT COUNT(*) FROM "decision" d
        WHERE d."phaseId" = p."id" AND d."status" = 'proposed' AND d."decidedById" <> ${actorId}) AS "toConfirm",
      (SELECT COUNT(*) FROM "decision" d
        WHERE d."phaseId" = p."id" AND d."status" = 'proposed' AND d."decidedById" = ${actorId}) AS "own",
      (SELECT COUNT(*) FROM "place" x JOIN "quota_line" q ON q."id" = x."quotaLineId"
        WHERE q."phaseId" = p."id") AS "places",
      (SELECT COUNT(x."nominationId") FROM "place" x JOIN "quota_line" q ON q."id" = x."quotaLineId"
        WHERE q."phaseId" = p."id") AS "taken",
      (SELECT COUNT(*) FROM "proposal" r
        WHERE r."phaseId" = p."id" AND r."inputVersion" = p."inputVersion" AND r."engine" = ${ENGINE}) AS "fresh",
      (SELECT COUNT(*) FROM "nomination" n
        WHERE n."phaseId" = p."id" AND n."state" IN ('appraised', 'before-council')) AS "ready",
      (SELECT COUNT(*) FROM "nomination" n WHERE n."phaseId" = p."id" AND n."state" = 'decided') AS "decided"
    FROM "phase" p JOIN "campaign" c ON c."id" = p."campaignId"
      JOIN "campaign_version" v ON v."id" = p."versionId" ORDER BY p."openedAt" DESC, p."id"`;
  return rows.map((row) => ({
    campaign: String(row.campaign),
    title: String(row.title),
    phase: String(row.phase),
    phaseTitle: phaseTitleIn(String(row.definition), String(row.phase)),
    concludedAt: row.concludedAt === null ? null : String(row.concludedAt),
    publishedAt: row.publishedAt === null ? null : String(row.publishedAt),
    toConfirm: Number(row.toConfirm),
    own: Number(row.own),
    places: Number(row.places),
    taken: Number(row.taken),
    fresh: Number(row.fresh) > 0,
    ready: Number(row.ready),
    decided: Number(row.decided),
  }));
}

/** How many nominations of a phase stand in each state. */
export async function statesOf(reader: EntityManager, phaseId: string): Promise<Map<string, number>> {
  const rows = await reader.sql<{ state: string; count: number | string }[]>`
    SELECT "state", COUNT(*) AS "count" FROM "nomination" WHERE "phaseId" = ${phaseId} GROUP BY "state"`;
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}
