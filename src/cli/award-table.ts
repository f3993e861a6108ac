import type { Campaign } from '../domain/campaign';
import type { AwardResult, Evaluation, NominationResult, PoolResult } from '../domain/evaluation';
import { points } from '../features/dossiers/words/formats';
import { message } from '../platform/messages/message';
import { type Cell, cell, table } from './table';

const WIDTHS = [24, 12, 30, 9];
const POINTS = 3;

/** One table for a pool: per award its places, recipients in ranking order, those at a tie and the next. */
export function awardTable(
  campaign: Campaign,
  evaluation: Evaluation,
  pool: PoolResult,
  members: NominationResult[],
): string[] {
  const head = ['award', 'result', 'nomination', 'points'].map((key) => message(`cli.summary.column.${key}`));
  const rows = pool.awards.flatMap((result) => {
    const blocked = members.some(({ outcomes }) => outcomes[result.award] === 'blocked-by-tie');
    return awardRows(evaluation, result, quota(campaign, result, { blocked }), { blocked });
  });
  return [table(head, WIDTHS, rows, [POINTS])];
}

function awardRows(
  evaluation: Evaluation,
  { recipients, pending, reserve }: AwardResult,
  about: string,
  { blocked }: { blocked: boolean },
): Cell[][] {
  const rows = [
    ...people(evaluation, recipients, 'recipient'),
    ...people(evaluation, pending, 'pending'),
    ...people(evaluation, reserve, 'reserve'),
  ];
  const nobody = message(blocked ? 'cli.summary.blocked' : 'cli.summary.nobody');
  const [first = [{ content: nobody, colSpan: 3 }], ...others] = rows;
  return [[{ content: about, rowSpan: Math.max(rows.length, 1) }, ...first], ...others];
}

/** Name and places of an award. While a tie above blocks it, a shortfall says nothing yet. */
function quota(
  campaign: Campaign,
  { award, min, max, filled, shortfall, places, pending }: AwardResult,
  { blocked }: { blocked: boolean },
): string {
  const name = campaign.awards.find(({ code }) => code === award)?.name ?? award;
  return cell(
    name,
    message(`cli.summary.${placesKey(min, max)}`, { min, max, filled }),
    ...(pending.length > 0 ? [message('cli.summary.places-left', { places })] : []),
    ...(shortfall > 0 && !blocked ? [message('cli.summary.shortfall', { shortfall })] : []),
  );
}

function placesKey(min: number, max: number): string {
  if (min === max) return 'places-fixed';
  return min === 0 ? 'places-most' : 'places';
}

function people(
  evaluation: Evaluation,
  codes: string[],
  role: 'recipient' | 'pending' | 'reserve',
): Cell[][] {
  return codes.map((code, at) => {
    const result = evaluation.nominations.get(code);
    return [
      message(`cli.summary.${role}`, { place: at + 1 }),
      cell(`${code} ${result?.nomination.name ?? ''}`),
      points(result?.total),
    ];
  });
}
