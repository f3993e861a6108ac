import { type EntityManager, In } from 'typeorm';
import { type NominationState, type Standing, shownState } from '../../domain/nomination-state';
import { phaseTitle } from '../../domain/plan-names';
import { CampaignVersionRow } from '../campaigns/campaign-version.entity';
import { typedCampaign } from '../campaigns/campaign.queries';
import { allowancesOf } from '../deadlines/deadline.queries';
import type { PhaseDeadlines } from '../deadlines/due';
import { PhaseDeadlineRow } from '../deadlines/phase-deadline.entity';

/** A phase that takes nominations, or has some of the unit. */
export interface BoardPhase {
  id: string;
  campaign: string;
  code: string;
  campaignTitle: string;
  title: string;
  isOpen: boolean;
  isPublished: boolean;
}

/** One nomination of the unit, as the unit sees it. */
export interface BoardLine {
  id: string;
  phaseId: string;
  code: string;
  name: string;
  state: NominationState;
  stateSince: string;
}

interface PhaseLine {
  id: string;
  campaign: string;
  code: string;
  versionId: string;
  concludedAt: string | null;
  publishedAt: string | null;
}

/** Open phases and those in which the unit has nominations, the newest first: two queries. */
export async function boardPhases(reader: EntityManager, unitId: string): Promise<BoardPhase[]> {
  const lines = await reader.sql<PhaseLine[]>`
    SELECT p."id", c."code" AS "campaign", p."code", p."versionId", p."concludedAt", p."publishedAt"
    FROM "phase" p JOIN "campaign" c ON c."id" = p."campaignId"
    WHERE p."concludedAt" IS NULL
      OR EXISTS (SELECT 1 FROM "nomination" n WHERE n."phaseId" = p."id" AND n."unitId" = ${unitId})
    ORDER BY p."openedAt" DESC, c."code", p."code"`;
  const versions = await reader.findBy(CampaignVersionRow, {
    id: In(lines.map(({ versionId }) => versionId)),
  });
  const plans = new Map(versions.map((row) => [row.id, typedCampaign(row)]));
  return lines.map(({ versionId, concludedAt, publishedAt, ...line }) => {
    const plan = plans.get(versionId);
    return {
      ...line,
      campaignTitle: plan?.title ?? line.campaign,
      title: plan ? phaseTitle(plan, line.code) : line.code,
      isOpen: concludedAt === null,
      isPublished: publishedAt !== null,
    };
  });
}

/** One page of the unit's nominations and their number: newest phase first, then by name. */
export async function boardLines(
  reader: EntityManager,
  unitId: string,
  { skip, take }: { skip: number; take: number },
): Promise<[BoardLine[], number]> {
  const [counted] = await reader.sql<{ total: number | string }[]>`
    SELECT COUNT(*) AS "total" FROM "nomination" WHERE "unitId" = ${unitId}`;
  const lines = await reader.sql<(BoardLine & Standing)[]>`
    SELECT n."id", n."phaseId", n."code", n."name", n."state", n."stateBefore", n."stateSince"
    FROM "nomination" n JOIN "phase" p ON p."id" = n."phaseId"
    WHERE n."unitId" = ${unitId}
    ORDER BY p."openedAt" DESC, p."id", n."sortKey", n."code" LIMIT ${take} OFFSET ${skip}`;
  return [
    lines.map(({ stateBefore, ...line }) => ({ ...line, state: shownState({ ...line, stateBefore }) })),
    Number(counted?.total ?? 0),
  ];
}

/** What waits for the unit: returned before draft, the oldest first. The returned ones come with the office's last reason. */
export function boardTasks(reader: EntityManager, unitId: string, take: number): Promise<BoardTask[]> {
  return reader.sql<BoardTask[]>`
    SELECT n."id", n."phaseId", n."code", n."name", n."state", n."stateSince",
      (SELECT s."reason" FROM "nomination_step" s WHERE s."nominationId" = n."id" AND s."step" = 'return'
        ORDER BY s."ordinal" DESC LIMIT 1) AS "reason"
    FROM "nomination" n
    WHERE n."unitId" = ${unitId} AND n."state" IN ('draft', 'returned')
    ORDER BY n."state" DESC, n."stateSince", n."code" LIMIT ${take}`;
}

export type BoardTask = Pick<BoardLine, 'id' | 'phaseId' | 'code' | 'name' | 'state' | 'stateSince'> & {
  reason: string | null;
};

/** The deadlines of all the phases, with what was allowed to the unit: two queries. */
export async function boardDeadlines(
  reader: EntityManager,
  phaseIds: readonly string[],
  unitId: string,
): Promise<Map<string, PhaseDeadlines>> {
  const phaseId = In([...phaseIds]);
  const rows = await reader.findBy(PhaseDeadlineRow, { phaseId });
  const overrides = await allowancesOf(reader, phaseId, unitId);
  const of = <T extends { phaseId: string }>(list: T[], id: string) =>
    list.filter((each) => each.phaseId === id);
  return new Map(phaseIds.map((id) => [id, { rows: of(rows, id), overrides: of(overrides, id) }]));
}
