import type { EntityManager } from 'typeorm';
import { Kept } from '../../platform/kept';
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

/** Every opened phase, newest first: two queries at most. */
export async function phasesInHand(reader: EntityManager, actorId: string): Promise<PhaseInHand[]> {
  const rows = await reader.sql<
    Record<keyof PhaseInHand | keyof Moment | 'definition', string | number | null>[]
  >`
    SELECT c."code" AS "campaign", c."title", p."code" AS "phase", v."definition", p."concludedAt", p."publishedAt",
      p."id", p."inputVersion", p."draftVersion",
      (SELECT COUNT(*) FROM "decision" d
        WHERE d."phaseId" = p."id" AND d."status" = 'proposed' AND d."decidedById" <> ${actorId}) AS "toConfirm",
      (SELECT COUNT(*) FROM "decision" d
        WHERE d."phaseId" = p."id" AND d."status" = 'proposed' AND d."decidedById" = ${actorId}) AS "own",
      (SELECT COUNT(*) FROM "place" x JOIN "quota_line" q ON q."id" = x."quotaLineId"
        WHERE q."phaseId" = p."id") AS "places",
      (SELECT COUNT(x."nominationId") FROM "place" x JOIN "quota_line" q ON q."id" = x."quotaLineId"
        WHERE q."phaseId" = p."id") AS "taken",
      (SELECT COUNT(*) FROM "proposal" r
        WHERE r."phaseId" = p."id" AND r."inputVersion" = p."inputVersion" AND r."engine" = ${ENGINE}) AS "fresh"
    FROM "phase" p JOIN "campaign" c ON c."id" = p."campaignId"
      JOIN "campaign_version" v ON v."id" = p."versionId" ORDER BY p."openedAt" DESC, p."id"`;
  const count = await stateCounts(reader, rows);
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
    ready: count(row.id, 'appraised') + count(row.id, 'before-council'),
    decided: count(row.id, 'decided'),
  }));
}

/** A phase as its nominations stand: every change of one counts one of the versions up. */
interface Moment {
  id: unknown;
  inputVersion: unknown;
  draftVersion: unknown;
}

/** To count ten thousand nominations takes longer than all else on a first page: kept until one of them moves. */
const counted = new Kept<ReadonlyMap<string, number>>();

/** How many nominations stand in a state of a phase. */
async function stateCounts(
  reader: EntityManager,
  phases: readonly Moment[],
): Promise<(phaseId: unknown, state: string) => number> {
  const moments = phases.flatMap(({ id, inputVersion, draftVersion }) => [id, inputVersion, draftVersion]);
  const counts = await counted.of(moments, async () => {
    const rows = await reader.sql<{ phaseId: string; state: string; count: number | string }[]>`
      SELECT "phaseId", "state", COUNT(*) AS "count" FROM "nomination" GROUP BY "phaseId", "state"`;
    return new Map(rows.map(({ phaseId, state, count }) => [`${phaseId} ${state}`, Number(count)]));
  });
  return (phaseId, state) => counts.get(`${String(phaseId)} ${state}`) ?? 0;
}

/** How many nominations of a phase stand in each state. */
export async function statesOf(reader: EntityManager, phaseId: string): Promise<Map<string, number>> {
  const rows = await reader.sql<{ state: string; count: number | string }[]>`
    SELECT "state", COUNT(*) AS "count" FROM "nomination" WHERE "phaseId" = ${phaseId} GROUP BY "state"`;
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}
