import { message } from '../../../platform/messages/message';
import type { ListSheet } from '../../../platform/sheets/list-sheet';
import { type SheetColumn, sheetOf } from '../../../platform/sheets/whole-list';
import type { NominationResult } from '../../../domain/evaluation';
import { awardName, setTitle } from '../../../domain/plan-names';
import type { Evaluated } from '../evaluations';
import type { OrderedPool } from '../pool-order';
import type { Held } from '../succession';
import { outcomeBadge, outcomeLabel } from './outcome-badge';
import { standingDecisions } from './ranking-rows';

/** The ranking of one pool from first to last, with what each award came to in a few words. */
export function rankingSheet(
  { campaign }: Evaluated,
  { pool, results }: OrderedPool,
  decided: readonly Held[],
): ListSheet {
  const name = (award: string) => awardName(campaign, award);
  const standing = standingDecisions(decided);
  const decision = ({ nomination }: NominationResult) => {
    const held = standing.get(nomination.code);
    return held ? message(`decision.on-ranking.${held.status}`, { award: name(held.award) }) : '';
  };
  const byAward = campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .map((award): SheetColumn<NominationResult> => {
      const label = ({ nomination, outcomes }: NominationResult) => {
        const code = outcomes[award.code];
        return code === undefined ? '' : outcomeLabel(code, nomination);
      };
      return [{ text: award.name }, 28, label];
    });
  return sheetOf(message('list.title.ranking', { pool: setTitle(campaign, pool.criteriaSet) }), results, [
    ['rank', 8, ({ rank }) => rank],
    ['code', 14, ({ nomination }) => nomination.code],
    ['name', 40, ({ nomination }) => nomination.name],
    ['unit', 40, ({ nomination }) => nomination.unit],
    ['points', 10, ({ total }) => (total === null ? null : total / 100), '0.00'],
    ['band', 20, ({ band }) => band],
    ['outcome', 36, (result) => outcomeBadge(result, name).label],
    ...byAward,
    ['decision', 36, decision],
  ]);
}
