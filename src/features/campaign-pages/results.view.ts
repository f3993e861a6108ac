import type { Actor } from '../../domain/access';
import type { Campaign } from '../../domain/campaign';
import { message } from '../../platform/messages/message';
import type { Page } from '../../platform/http/page';
import { sheetHref } from '../../platform/sheets/whole-list';
import { pagerOf } from '../../platform/views/pager';
import { dayText } from '../../platform/text/vietnam-time';
import { phaseAddress } from './address';
import { poolName } from './awards.view';
import type { PlannedPhase } from './plan.queries';
import type { PublishedFilter, PublishedLine } from './results.queries';

interface Counted {
  award: string;
  criteriaSet: string;
  count: number;
}

/** The page while nothing is published: the same for everybody, whatever has been decided. */
export function unpublishedView({ campaign, planned }: PlannedPhase) {
  return {
    head: headOf(campaign, planned.code, planned.title),
    heading: message('results'),
    published: null,
  };
}

/** Awarded by award and pool; one's own unit stands out. */
export function publishedView(
  { campaign, planned, opened }: PlannedPhase,
  {
    found,
    counts,
    filter,
  }: { found: Page<PublishedLine>; counts: readonly Counted[]; filter: PublishedFilter },
  actor: Actor,
) {
  const address = phaseAddress(campaign.code, planned.code, 'ket-qua');
  return {
    head: headOf(campaign, planned.code, planned.title),
    heading: message('results'),
    published: message('results.published', { day: dayText(opened?.publishedAt ?? '') }),
    tabs: { label: message('results.parts'), tabs: tabsOf(campaign, counts, filter, address), long: true },
    sheet: sheetHref(withFilter(address, filter)),
    columns: COLUMNS,
    empty: { title: message('results.nobody'), text: null, href: null, action: null },
    rows: found.items.map((line) => rowOf(campaign, line, actor)),
    pages: pagerOf(found, withFilter(address, filter)),
  };
}

const COLUMNS = ['name', 'unit', 'award', 'pool'].map((name) => ({
  label: message(`results.column.${name}`),
  number: null,
  sort: null,
}));

function headOf({ code, title }: Campaign, phase: string, phaseTitle: string) {
  return {
    lead: `${title}. ${phaseTitle}`,
    crumbs: [{ href: phaseAddress(code, phase), label: phaseTitle }],
  };
}

function tabsOf(campaign: Campaign, counts: readonly Counted[], filter: PublishedFilter, address: string) {
  const all = { href: address, label: message('results.all'), current: filter.award === undefined };
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const parts = campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .flatMap((award) =>
      campaign.criteriaSets.flatMap((set) => {
        const counted = counts.find((each) => each.award === award.code && each.criteriaSet === set.code);
        if (!counted) return [];
        const part = { award: award.code, criteriaSet: set.code };
        return [
          {
            href: withFilter(address, part),
            label: `${award.name}: ${poolName(set, campaign.criteriaSets)}`,
            current: filter.award === award.code && filter.criteriaSet === set.code,
            count: String(counted.count),
          },
        ];
      }),
    );
  return [{ ...all, count: String(total) }, ...parts];
}

function withFilter(address: string, { award, criteriaSet }: PublishedFilter): string {
  const query = new URLSearchParams({
    ...(award && { hinhThuc: award }),
    ...(criteriaSet && { bo: criteriaSet }),
  });
  return query.size > 0 ? `${address}?${query.toString()}` : address;
}

function rowOf({ awards, criteriaSets }: Campaign, line: PublishedLine, { unitId }: Actor) {
  const award = awards.find(({ code }) => code === line.award)?.name ?? line.award;
  const set = criteriaSets.find(({ code }) => code === line.criteriaSet);
  const cell = { href: null, badge: null, sub: null };
  return {
    mine: unitId !== null && line.unitId === unitId,
    cells: [
      { ...cell, text: line.name, sub: line.position },
      { ...cell, text: line.unit },
      { ...cell, text: award, badge: 'award' },
      { ...cell, text: set ? poolName(set, criteriaSets) : line.criteriaSet },
    ],
  };
}
