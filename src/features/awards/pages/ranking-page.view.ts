import { setTitle } from '../../../domain/plan-names';
import { distributionChart, distributionRows } from '../../../platform/charts/distribution';
import { Page, type PageQuery } from '../../../platform/http/page';
import { message } from '../../../platform/messages/message';
import { sheetHref } from '../../../platform/sheets/whole-list';
import { pagerOf } from '../../../platform/views/pager';
import type { Evaluated } from '../evaluations';
import { type OrderedPool, orderedPools } from '../pool-order';
import type { Held } from '../succession';
import { chartCuts } from './cuts';
import { type LeaderPhase, leaderFrame } from './leader-phase';
import { poolNotes } from './pool-notes';
import { rankingRows } from './ranking-rows';

interface Asked extends PageQuery {
  /** Code of a criteria set; the first pool that has somebody for anything else. */
  pool?: string;
}

/** The ranking of one pool, page by page, with its cuts, notes and the spread of its scores. */
export function rankingPage(
  phase: LeaderPhase,
  evaluated: Evaluated,
  decided: readonly Held[],
  asked: Asked,
) {
  const pools = rankedPools(evaluated);
  const ordered = chosenPool(evaluated, asked.pool);
  const frame = leaderFrame(phase, 'ranking');
  if (!ordered) return { ...frame, sheet: null, pools: null, shown: null };
  const query = { ...asked, page: withinPages(asked, ordered.results.length) };
  const range = Page.range(query);
  const rows = rankingRows(evaluated, ordered, range, { base: phase.base, decided });
  const address = addressOf(phase, ordered);
  const items = ordered.results.slice(range.skip, range.skip + range.take);
  return {
    ...frame,
    sheet: sheetHref(address),
    pools: poolTabs(phase, evaluated, pools, ordered),
    shown: {
      caption: message('leader.ranking.caption', {
        pool: setTitle(evaluated.campaign, ordered.pool.criteriaSet),
        count: ordered.results.length,
      }),
      rows,
      hasBands: items.some(({ band }) => band !== null),
      span: items.some(({ band }) => band !== null) ? 5 : 4,
      pager: pagerOf(new Page(items.slice(), ordered.results.length, query.page, query.size), address),
      notes: poolNotes(evaluated, ordered, phase.base),
      chart: chartOf(evaluated, ordered),
    },
  };
}

function rankedPools({ evaluation }: Evaluated): OrderedPool[] {
  return orderedPools(evaluation).filter(({ results }) => results.length > 0);
}

/** The pool that an address asks for by its criteria set, or else the first that has somebody. */
export function chosenPool(evaluated: Evaluated, asked: string | undefined): OrderedPool | undefined {
  const pools = rankedPools(evaluated);
  return pools.find(({ pool }) => pool.criteriaSet === asked) ?? pools[0];
}

function withinPages({ page, size }: PageQuery, total: number): number {
  return Math.min(page, Math.max(1, Math.ceil(total / size)));
}

function addressOf({ base }: LeaderPhase, { pool }: OrderedPool): string {
  return `${base}?nhom=${encodeURIComponent(pool.criteriaSet)}`;
}

function poolTabs(
  phase: LeaderPhase,
  { campaign }: Evaluated,
  pools: readonly OrderedPool[],
  current: OrderedPool,
) {
  return {
    label: message('leader.pools'),
    tabs: pools.map((each) => ({
      href: addressOf(phase, each),
      label: setTitle(campaign, each.pool.criteriaSet),
      current: each === current,
      count: String(each.results.length),
    })),
  };
}

const charts = new WeakMap<OrderedPool, { svg: string; rows: ReturnType<typeof distributionRows> }>();

/** Drawn once for all who look at the same evaluation. */
function chartOf({ campaign }: Evaluated, ordered: OrderedPool) {
  const drawn = charts.get(ordered) ?? draw(campaign, ordered);
  charts.set(ordered, drawn);
  return drawn;
}

function draw(campaign: Evaluated['campaign'], ordered: OrderedPool) {
  const scores = ordered.pool.ranking.flatMap(({ total }) => (total === null ? [] : [total]));
  const distribution = {
    id: 'pho-diem',
    title: message('leader.chart.title'),
    description: message('leader.chart.description', { count: scores.length }),
    scores,
    cuts: chartCuts(campaign, ordered),
    words: {
      axis: message('leader.chart.axis'),
      under: message('leader.chart.under'),
      none: message('leader.chart.none'),
    },
  };
  return { svg: distributionChart(distribution), rows: distributionRows(distribution) };
}
