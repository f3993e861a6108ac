import type { Award, Campaign } from '../../../domain/campaign';
import type { AwardResult } from '../../../domain/evaluation';
import { awardName } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import { pointsInWords } from '../fact-words';
import type { OrderedPool } from '../pool-order';

/** A line drawn through the ranking: before the result at this place. */
interface CutLine {
  before: number;
  text: string;
}

const known = new WeakMap<OrderedPool, CutLine[]>();

/** Where the places of each award end, and where its floor lies, highest tier first; found once for an evaluation. */
export function cutLines(campaign: Campaign, ordered: OrderedPool): readonly CutLine[] {
  const found = known.get(ordered) ?? findCuts(campaign, ordered);
  known.set(ordered, found);
  return found;
}

function findCuts(campaign: Campaign, ordered: OrderedPool): CutLine[] {
  const awards = campaign.awards.toSorted((a, b) => a.tier - b.tier);
  const lines = awards.flatMap((award) => [...placesLine(award, ordered), ...floorLine(award, ordered)]);
  return lines.toSorted((a, b) => a.before - b.before);
}

/** Total of the last recipient of each award, for the chart. */
export function chartCuts(campaign: Campaign, { pool, results, placeOf }: OrderedPool) {
  return pool.awards.flatMap(({ award, recipients }) => {
    const last = results[placeOf.get(recipients.at(-1) ?? '') ?? -1];
    if (!last || last.total === null) return [];
    const params = { award: awardName(campaign, award), points: pointsInWords(last.total) };
    return [{ at: last.total, label: message('leader.chart.cut', params) }];
  });
}

function placesLine(award: Award, { pool, placeOf }: OrderedPool): CutLine[] {
  const result = pool.awards.find((each) => each.award === award.code);
  const inside = [...(result?.recipients ?? []), ...(result?.pending ?? [])];
  const last = Math.max(-1, ...inside.map((code) => placeOf.get(code) ?? -1));
  if (!result || last < 0) return [];
  return [{ before: last + 1, text: placesText(award, result) }];
}

function placesText({ name }: Award, { filled, max, offered, pending, places }: AwardResult): string {
  const params = { award: name, filled, max, pending: pending.length, places };
  if (pending.length > 0) return message('leader.cut.pending', params);
  if (filled === max) return message('leader.cut.full', params);
  return message(offered < max ? 'leader.cut.kept' : 'leader.cut.left', params);
}

function floorLine({ name, requires }: Award, { results, ranked }: OrderedPool): CutLine[] {
  const { floor } = requires;
  if (floor === undefined) return [];
  const before = results.slice(0, ranked).findIndex(({ total }) => total !== null && total < floor);
  if (before < 0) return [];
  return [{ before, text: message('leader.cut.floor', { award: name, points: pointsInWords(floor) }) }];
}
