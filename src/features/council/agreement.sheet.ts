import { type Exact, roundHalfUp } from '../../domain/points';
import { message } from '../../platform/messages/message';
import type { ListSheet } from '../../platform/sheets/list-sheet';
import { sheetOf } from '../../platform/sheets/whole-list';
import type { PoolAgreement } from './agreement.queries';
import { meaningOf, widestFirst } from './agreement.view';

/** How far the scorers agree, pool by pool, the widest spread of each first: to look at, no score comes of it. */
export function agreementSheet(pools: readonly PoolAgreement[], { title }: { title: string }): ListSheet {
  const lines = pools.flatMap((pool) => widestFirst(pool.agreement).map((spread) => ({ pool, spread })));
  return sheetOf(message('list.title.agreement', { session: title }), lines, [
    ['set', 40, ({ pool }) => pool.title],
    ['code', 14, ({ spread }) => spread.nominee],
    ['name', 40, ({ pool, spread }) => pool.names.get(spread.nominee) ?? ''],
    ['scorers', 10, ({ spread }) => spread.scorers],
    ['lowest', 12, ({ spread }) => points(spread.min), '0.00'],
    ['highest', 12, ({ spread }) => points(spread.max), '0.00'],
    ['range', 12, ({ spread }) => points(spread.range), '0.00'],
    ['agreement', 80, ({ pool }) => meaningOf(pool.agreement.kendallW)],
  ]);
}

function points(exact: Exact): number {
  return roundHalfUp(exact, 1) / 100;
}
