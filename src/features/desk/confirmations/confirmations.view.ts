import { message } from '../../../platform/messages/message';
import type { Page } from '../../../platform/http/page';
import type { ListSheet } from '../../../platform/sheets/list-sheet';
import { sheetHref, sheetOf } from '../../../platform/sheets/whole-list';
import { dayText, plainDay } from '../../../platform/text/vietnam-time';
import { address } from '../../../platform/views/address';
import { pagerOf } from '../../../platform/views/pager';
import { CONFIRMATION_RESULTS } from '../../appraisal/confirmation.entity';
import type { OpenPhase } from '../../campaigns/phase.queries';
import { CONFIRMATION_BADGES } from '../checks/checks.view';
import type { PhaseChoice } from '../../campaigns/phase.choices';
import { deskTabs, otherPhases, phaseQuery, phaseWithPlan } from '../desk-phase.view';
import type { ConfirmationFilter, ConfirmationLine } from './confirmations.queries';

const PATH = '/van-phong/xac-nhan';

interface Shown {
  open: OpenPhase;
  choices: readonly PhaseChoice[];
  filter: Pick<ConfirmationFilter, 'q' | 'result'>;
  found: Page<ConfirmationLine>;
}

/** For `desk/confirmations`: what other agencies were asked about the nominees of a phase, and what they answered. */
export function confirmationsView({ open, choices, filter, found }: Shown) {
  const here = address(PATH, { ...phaseQuery(open), q: filter.q, 'ket-qua': filter.result });
  return {
    lead: phaseWithPlan(open),
    tabs: deskTabs(open, 'confirmations'),
    others: otherPhases(PATH, open, choices),
    phase: { campaign: open.campaign.code, code: open.phase.code },
    filter: { q: filter.q, result: resultSelect(filter.result) },
    sheet: sheetHref(here),
    list: {
      id: 'xac-nhan',
      caption: message('desk.confirmations.caption', { total: found.total }),
      columns: COLUMNS.map((name) => ({ label: message(`list.${name}`) })),
      rows: found.items.map(rowOf),
      empty: { title: message('desk.confirmations.none'), text: message('desk.confirmations.none.text') },
    },
    pager: pagerOf(found, here),
  };
}

const COLUMNS = ['name', 'agency', 'result', 'date', 'document', 'remark'];

function rowOf(line: ConfirmationLine) {
  const { nominationId, code, nominee, unit, agency, result, date, document, remark, by, at } = line;
  return {
    cells: [
      { text: nominee, href: `/de-nghi/${nominationId}/dieu-kien`, sub: `${code} · ${unit}` },
      { text: agency },
      { text: message(`confirmation.${result}`), badge: CONFIRMATION_BADGES[result] },
      { text: date === null ? '–' : plainDay(date) },
      { text: document ?? '–' },
      { text: remark ?? '–', sub: `${by}, ${dayText(at)}` },
    ],
  };
}

function resultSelect(chosen: ConfirmationFilter['result']) {
  const options = CONFIRMATION_RESULTS.map((result) => ({
    value: result,
    label: message(`confirmation.${result}`),
    selected: result === chosen,
  }));
  const label = message('confirmation.field.result');
  return { id: 'ket-qua', name: 'ket-qua', label, blank: message('desk.filter.all'), options };
}

/** The same as a workbook, the whole list by the same filter. */
export function confirmationsSheet(open: OpenPhase, lines: readonly ConfirmationLine[]): ListSheet {
  return sheetOf(message('list.title.confirmations', { code: phaseWithPlan(open) }), lines, [
    ['code', 14, ({ code }) => code],
    ['name', 40, ({ nominee }) => nominee],
    ['unit', 40, ({ unit }) => unit],
    ['agency', 40, ({ agency }) => agency],
    ['result', 24, ({ result }) => message(`confirmation.${result}`)],
    ['date', 14, ({ date }) => (date === null ? '' : plainDay(date))],
    ['document', 24, ({ document }) => document],
    ['remark', 60, ({ remark }) => remark],
    ['written-by', 28, ({ by }) => by],
    ['written-on', 14, ({ at }) => dayText(at)],
  ]);
}
