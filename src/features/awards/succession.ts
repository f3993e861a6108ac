import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Campaign } from '../../domain/campaign';
import { type NextInLine, nextInLine } from '../../domain/next-in-line';
import { quotaLineOf } from '../../domain/quota';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { DecisionStatus } from './decision.entity';
import { type Evaluated, Evaluations } from './evaluations';
import { proposalById } from './proposal.queries';

/** What was decided on one nomination. */
export interface Held {
  code: string;
  unit: string;
  criteriaSet: string;
  award: string;
  status: DecisionStatus;
}

/** Tells who comes next for a place that has become free; to give it is for people. */
@Injectable()
export class Succession {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Evaluations) private readonly evaluations: Evaluations,
  ) {}

  /** By the frozen inputs of a proposal. Throws `proposal-not-found`. */
  async next(proposalId: string, line: { award: string; criteriaSet: string }): Promise<NextInLine> {
    const { reader } = this.unitOfWork;
    const proposal = await proposalById(reader, proposalId);
    return nextOf(
      await this.evaluations.ofProposal(proposal),
      await eventsOf(reader, proposal.phaseId),
      line,
    );
  }
}

/** What has happened in a phase since its proposals were made, as far as it matters to who comes next. */
interface Events {
  decided: Held[];
  /** Codes of the nominations that wait or are no longer there. */
  gone: string[];
}

/** Who holds an award, confirmed or not yet: nobody holds two. */
export function standingByCode(decided: readonly Held[]): Map<string, Held> {
  const standing = decided.filter(({ status }) => status === 'proposed' || status === 'confirmed');
  return new Map(standing.map((each) => [each.code, each]));
}

export function nextOf(
  { campaign, round, evaluation }: Evaluated,
  { decided, gone }: Events,
  line: { award: string; criteriaSet: string },
): NextInLine {
  const tierOf = (code: string) => campaign.awards.find((award) => award.code === code)?.tier ?? 0;
  const standing = [...standingByCode(decided).values()];
  const holding = new Set(
    standing.filter(({ award }) => tierOf(award) <= tierOf(line.award)).map(({ code }) => code),
  );
  const refused = decided.filter(({ status, award }) => status === 'refused' && award === line.award);
  const out = new Set([...gone, ...refused.map(({ code }) => code)]);
  const full = fullUnits(campaign, standing, line);
  return nextInLine(campaign, round, evaluation, line, {
    holds: (code) => holding.has(code),
    isOut: ({ code, unit }) => out.has(code) || full(unit),
  });
}

/** `perUnitMax` (spec §5): a unit with that many recipients of the award gets no further place. */
function fullUnits(
  campaign: Campaign,
  standing: readonly Held[],
  line: { award: string; criteriaSet: string },
): (unit: string) => boolean {
  const most = quotaLineOf(campaign, line)?.perUnitMax;
  if (most === undefined) return () => false;
  const inLine = standing.filter(
    (each) => each.award === line.award && each.criteriaSet === line.criteriaSet,
  );
  return (unit) => inLine.filter((each) => each.unit === unit).length >= most;
}

export async function eventsOf(reader: EntityManager, phaseId: string): Promise<Events> {
  const decided = await reader.sql<Held[]>`
    SELECT n."code", u."name" AS "unit", d."criteriaSet", d."award", d."status" FROM "decision" d
    JOIN "nomination" n ON n."id" = d."nominationId" JOIN "unit" u ON u."id" = n."unitId"
    WHERE d."phaseId" = ${phaseId}`;
  const gone = await reader.sql<{ code: string }[]>`
    SELECT "code" FROM "nomination"
    WHERE "phaseId" = ${phaseId} AND "state" IN ('held', 'withdrawn', 'revoked')`;
  return { decided, gone: gone.map(({ code }) => code) };
}
