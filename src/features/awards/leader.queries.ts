import type { EntityManager } from 'typeorm';
import type { NominationState } from '../../domain/nomination-state';
import { phaseTitleIn } from '../campaigns/campaign.queries';
import type { PhaseMoment } from '../campaigns/phase.queries';
import { type StateCount, stateCounts, statesOf } from '../nominations/state-counts.queries';
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
  const rows = await reader.sql<Found[]>`
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
  const counts = await stateCounts(reader, rows);
  return rows.map((row) => inHand(row, counts));
}

type Counted = 'toConfirm' | 'own' | 'places' | 'taken' | 'fresh';

type Found = PhaseMoment &
  Pick<PhaseInHand, 'campaign' | 'title' | 'phase' | 'concludedAt' | 'publishedAt'> &
  Record<Counted, number | string> & { definition: string };

function inHand({ id, definition, ...row }: Found, counts: readonly StateCount[]): PhaseInHand {
  const { campaign, title, phase, concludedAt, publishedAt } = row;
  const states = statesOf(counts, id);
  const count = (state: NominationState): number => states.get(state) ?? 0;
  return {
    campaign,
    title,
    phase,
    phaseTitle: phaseTitleIn(definition, phase),
    concludedAt,
    publishedAt,
    toConfirm: Number(row.toConfirm),
    own: Number(row.own),
    places: Number(row.places),
    taken: Number(row.taken),
    fresh: Number(row.fresh) > 0,
    ready: count('appraised') + count('before-council'),
    decided: count('decided'),
  };
}
