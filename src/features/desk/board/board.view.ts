import type { NominationState } from '../../../domain/nomination-state';
import { message } from '../../../platform/messages/message';
import { plainDay } from '../../../platform/text/vietnam-time';
import { progressChart } from '../../../platform/charts/progress';
import { Kept } from '../../../platform/kept';
import { address } from '../../../platform/views/address';
import { pageLinks } from '../../../platform/views/pager';
import type { ListSheet } from '../../../platform/sheets/list-sheet';
import type { OpenPhase } from '../../campaigns/phase.queries';
import type { Due } from '../../deadlines/due';
import type { PhaseChoice } from '../../campaigns/phase.choices';
import { deskTabs, otherPhases, phaseQuery, phaseWithPlan } from '../desk-phase.view';
import { boardColumns, columnCounts, columnSums, hasSent, sumOf } from './board.columns';
import type { UnitStanding } from './board.queries';

interface Board {
  open: OpenPhase;
  choices: readonly PhaseChoice[];
  standings: readonly UnitStanding[];
  /** `chua-gui` shows only the units that have sent nothing. */
  only: string;
  page: number;
  due: Due | undefined;
}

const SIZE = 30;
const PATH = '/van-phong';

/** Where every unit stands: first what waits for the office, then unit by unit, then as a picture. */
export function boardView({ open, choices, standings, only, page, due }: Board) {
  const wanted = only === 'chua-gui' ? standings.filter(sentNothing) : standings;
  const shown = wanted.slice((page - 1) * SIZE, page * SIZE);
  const query = phaseQuery(open);
  const at = (number: number) => address(PATH, { ...query, nhom: only, trang: number > 1 ? number : '' });
  return {
    lead: phaseWithPlan(open),
    tabs: deskTabs(open, 'board'),
    others: otherPhases(PATH, open, choices),
    due: due && dueView(due, standings.filter(sentNothing).length),
    stats: statsView(open, standings),
    columns: boardColumns().map(({ label }) => label),
    units: shown.map((standing) => unitView(open, standing, due?.late ?? false)),
    all: only === '' ? null : { href: address(PATH, query) },
    nothing: standings.length === 0,
    pages: pageLinks({ page, size: SIZE, total: wanted.length }, message('desk.units'), at),
    chart: shown.length === 0 ? null : chartOf(shown),
    sheet: address(PATH, { ...query, dang: 'xlsx' }),
  };
}

function sentNothing(standing: UnitStanding): boolean {
  return !hasSent(standing);
}

function dueView({ due, daysLeft, late }: Due, missing: number) {
  const key = late ? 'desk.due.past' : 'desk.due.left';
  return { text: message(key, { day: plainDay(due), days: daysLeft, missing }), kind: late ? 'warn' : null };
}

/** Where the office has something to do. */
const WAITING: readonly NominationState[] = ['submitted', 'accepted', 'appraised', 'held'];

/** The figures that lead to work: each is a door to its list. */
function statsView(open: OpenPhase, standings: readonly UnitStanding[]) {
  const sums = columnSums(standings);
  const query = phaseQuery(open);
  const missing = {
    label: message('desk.stat.nothing'),
    value: String(standings.filter(sentNothing).length),
    href: address(PATH, { ...query, nhom: 'chua-gui' }),
  };
  const columns = boardColumns().flatMap(({ label, state }, at) =>
    state === null || !WAITING.includes(state)
      ? []
      : [
          {
            label,
            value: String(sums[at] ?? 0),
            href: address(`${PATH}/tim`, { ...query, 'trang-thai': state }),
          },
        ],
  );
  return [missing, ...columns];
}

function unitView(open: OpenPhase, standing: UnitStanding, late: boolean) {
  const list = { ...phaseQuery(open), 'don-vi': standing.id };
  const counts = columnCounts(standing);
  return {
    name: standing.name,
    href: address(`${PATH}/tim`, list),
    total: String(sumOf(counts)),
    none: sentNothing(standing) ? message(late ? 'desk.none.late' : 'desk.none') : null,
    cells: boardColumns().map(({ label, state }, at) => {
      const count = counts[at] ?? 0;
      const href = count > 0 ? address(`${PATH}/tim`, { ...list, 'trang-thai': state ?? '' }) : null;
      return { label, count: count > 0 ? String(count) : '–', href };
    }),
  };
}

/** The same numbers give the same picture: it is drawn once. */
const pictures = new Kept<string>();

function chartOf(shown: readonly UnitStanding[]): string {
  const units = shown.map((standing) => ({ name: standing.name, counts: columnCounts(standing) }));
  return pictures.at(units, () =>
    progressChart({
      id: 'tien-do',
      title: message('desk.chart'),
      description: message('desk.chart.description'),
      states: boardColumns().map(({ label }) => label),
      units,
      words: { none: message('desk.none') },
    }),
  );
}

/** Every unit, whatever page of the board is open. */
export function boardSheet(open: OpenPhase, standings: readonly UnitStanding[]): ListSheet {
  const columns = boardColumns();
  return {
    title: message('desk.sheet.board', { phase: phaseWithPlan(open) }),
    columns: [
      { header: message('desk.unit'), width: 45 },
      ...columns.map(({ label }) => ({ header: label, width: 14 })),
      { header: message('desk.total'), width: 10 },
    ],
    rows: standings.map((standing) => {
      const counts = columnCounts(standing);
      return [standing.name, ...counts, sumOf(counts)];
    }),
  };
}
