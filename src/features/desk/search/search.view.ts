import { type Actor, may } from '../../../domain/access';
import { NOMINATION_STATES } from '../../../domain/nomination-state';
import { message } from '../../../platform/messages/message';
import { dayText } from '../../../platform/text/vietnam-time';
import { address } from '../../../platform/views/address';
import { pageLinks } from '../../../platform/views/pager';
import type { ListSheet } from '../../../platform/sheets/list-sheet';
import type { OpenPhase } from '../../campaigns/phase.queries';
import type { NominationLine } from '../../nominations/nomination.queries';
import { stateBadge } from '../../nominations/state.view';
import { BULK_STEPS } from '../bulk/bulk.steps';
import type { PhaseChoice } from '../../campaigns/phase.choices';
import { deskTabs, otherPhases, phaseQuery, phaseWithPlan } from '../desk-phase.view';
import { PAGE_SIZE, type SearchQuery, searchAddress } from './search.query';

interface Found {
  open: OpenPhase;
  choices: readonly PhaseChoice[];
  query: SearchQuery;
  lines: readonly NominationLine[];
  total: number;
  units: readonly { id: string; name: string }[];
}

const PATH = '/van-phong/tim';

/** The list of nominations of a phase as the office works with it. */
export function searchView(actor: Actor, { open, choices, query, lines, total, units }: Found) {
  const phase = phaseQuery(open);
  const at = (change: Record<string, string | number | undefined>) =>
    address(PATH, { ...phase, ...searchAddress(query, change) });
  const names = awardNames(open);
  return {
    lead: phaseWithPlan(open),
    tabs: deskTabs(open, 'list'),
    others: otherPhases(PATH, open, choices),
    phase: { campaign: phase['phong-trao'], code: phase['giai-doan'] },
    filter: filterView(open, query, units),
    filtered: Boolean(query.q || query.set || query.unit || query.state),
    reset: address(PATH, phase),
    columns: columnsView(query, at),
    rows: lines.map((line) => lineView(line, names)),
    bulk: may(actor, 'nomination.accept')
      ? BULK_STEPS.map((step) => ({ step, label: message(`act.${step}`) }))
      : null,
    pages: pageLinks({ page: query.page, size: PAGE_SIZE, total }, message('desk.nominations'), (page) =>
      at({ trang: page > 1 ? page : '' }),
    ),
    sheet: at({ dang: 'xlsx' }),
  };
}

function filterView({ campaign }: OpenPhase, query: SearchQuery, units: Found['units']) {
  const option = (value: string, label: string, chosen: string | undefined) => ({
    value,
    label,
    selected: value === chosen,
  });
  const select = (name: string, options: object[]) => ({
    id: name,
    name,
    label: message(`desk.filter.${name}`),
    blank: message('desk.filter.all'),
    options,
  });
  const states = NOMINATION_STATES.filter((state) => state !== 'draft' && state !== 'discarded');
  return {
    q: query.q,
    sort: query.sort,
    order: query.descending ? 'giam' : '',
    set: select(
      'bo-tieu-chi',
      campaign.criteriaSets.map(({ code, title }) => option(code, title, query.set)),
    ),
    state: select(
      'trang-thai',
      states.map((state) => option(state, message(`state.${state}`), query.state)),
    ),
    unit: select(
      'don-vi',
      units.map(({ id, name }) => option(id, name, query.unit)),
    ),
  };
}

function columnsView(query: SearchQuery, at: (change: Record<string, string>) => string) {
  const column = (name: string, sort: string | null) => {
    const current = sort === query.sort;
    const down = current && !query.descending;
    return {
      label: message(`desk.list.${name}`),
      sort:
        sort === null
          ? null
          : {
              href: at({ 'sap-xep': sort === 'ten' ? '' : sort, chieu: down ? 'giam' : '' }),
              direction: !current ? 'none' : query.descending ? 'descending' : 'ascending',
            },
    };
  };
  return [
    column('name', 'ten'),
    column('unit', 'don-vi'),
    column('proposed', null),
    column('state', null),
    column('since', 'cap-nhat'),
  ];
}

function lineView(line: NominationLine, awards: ReadonlyMap<string, string>) {
  return {
    id: line.id,
    name: line.name,
    href: `/de-nghi/${line.id}`,
    sub: `${line.code} · ${message(`sheet.subject.${line.subject}`)}`,
    unit: line.unit,
    proposed: awards.get(line.proposed ?? '') ?? '–',
    badge: stateBadge(line.state),
    since: dayText(line.stateSince),
  };
}

function awardNames({ campaign }: OpenPhase): ReadonlyMap<string, string> {
  return new Map(campaign.awards.map(({ code, name }) => [code, name]));
}

/** The whole list by the same filter, as far as the asker may see it. */
export function searchSheet(open: OpenPhase, lines: readonly NominationLine[]): ListSheet {
  const names = awardNames(open);
  const sets = new Map(open.campaign.criteriaSets.map(({ code, title }) => [code, title]));
  const header = (name: string, width: number) => ({ header: message(`desk.list.${name}`), width });
  return {
    title: message('desk.sheet.list', { phase: phaseWithPlan(open) }),
    columns: [
      header('code', 14),
      header('name', 40),
      header('unit', 40),
      header('subject', 14),
      header('set', 30),
      header('proposed', 40),
      header('state', 24),
      header('since', 14),
    ],
    rows: lines.map((line) => [
      line.code,
      line.name,
      line.unit,
      message(`sheet.subject.${line.subject}`),
      sets.get(line.criteriaSet) ?? line.criteriaSet,
      names.get(line.proposed ?? '') ?? '',
      message(`state.${line.state}`),
      dayText(line.stateSince),
    ]),
  };
}
