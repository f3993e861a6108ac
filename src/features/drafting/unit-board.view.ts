import { holderOf } from '../../domain/nomination-state';
import { deadlineKindOf } from '../../domain/phase-deadline';
import { message } from '../../platform/messages/message';
import { sheetHref } from '../../platform/sheets/whole-list';
import { dayText } from '../../platform/text/vietnam-time';
import { pagePath } from '../../platform/views/address';
import { type Due, type PhaseDeadlines, dueOf } from '../deadlines/due';
import { stateBadge } from '../nominations/state.view';
import { dueView } from './due.view';
import type { BoardLine, BoardPhase, BoardTask } from './unit-board.queries';

interface Board {
  unit: string;
  phases: readonly BoardPhase[];
  lines: readonly BoardLine[];
  tasks: readonly BoardTask[];
  page: { number: number; size: number; total: number };
  deadlines: ReadonlyMap<string, PhaseDeadlines>;
  unitId: string;
  /** An instant in UTC. */
  now: string;
}

/** The unit's own page: first what it has to do, then all its nominations by phase. */
export function boardView(board: Board) {
  const { unit, phases, lines, tasks, page } = board;
  const named = new Map(phases.map((phase) => [phase.id, phase]));
  const shown = phases.filter(({ id, isOpen }) => isOpen || lines.some(({ phaseId }) => phaseId === id));
  return {
    unit,
    sheet: page.total > 0 ? sheetHref('/don-vi') : null,
    tasks: {
      tasks: tasks.map((task) => taskView(board, task, named.get(task.phaseId))),
      empty: nothingToDo(shown),
    },
    phases: shown.map((phase) => phaseView(board, phase)),
    none: { title: message('board.no-phase'), text: message('board.no-phase.text') },
    pages: page.total > page.size ? pagesView(page) : null,
  };
}

function taskView(board: Board, task: BoardTask, phase?: BoardPhase) {
  const { id, name, code, state, reason, stateSince } = task;
  const returned = state === 'returned';
  const since = dayText(stateSince);
  return {
    href: `/de-nghi/${id}/soan`,
    action: message(`board.task.${state}.action`),
    title: message(`board.task.${state}`, { name }),
    detail: returned && reason ? message('board.reason', { since, reason }) : detailOf(code, phase),
    urgent: returned,
    ...dueView(phase?.isOpen ? dueIn(board, task.phaseId, task) : undefined),
  };
}

/** What the unit has to keep for one nomination of a phase, or for one that it might begin today. */
function dueIn({ deadlines, unitId, now }: Board, phaseId: string, task?: BoardTask): Due | undefined {
  const { id = '', state = 'draft' as const, stateSince = now } = task ?? {};
  const [of, kind] = [deadlines.get(phaseId), deadlineKindOf(state)];
  return of && kind && dueOf(of, kind, now, { id, unitId, state, stateSince });
}

function detailOf(code: string, phase?: BoardPhase): string {
  return phase ? `${code} · ${phase.title} · ${phase.campaignTitle}` : code;
}

function nothingToDo(phases: readonly BoardPhase[]) {
  const isOpen = phases.some((phase) => phase.isOpen);
  return { title: message('board.done'), text: message(isOpen ? 'board.done.text' : 'board.no-phase.text') };
}

function phaseView(board: Board, phase: BoardPhase) {
  const { id, campaign, code, campaignTitle, title, isOpen, isPublished } = phase;
  const own = board.lines.filter(({ phaseId }) => phaseId === id);
  const at = pagePath(campaign, code);
  return {
    heading: `${title}: ${campaignTitle}`,
    about: {
      href: `/phong-trao${at}`,
      results: isPublished ? `/phong-trao${at}/ket-qua` : null,
      notice: isPublished ? `/phong-trao${at}/thong-bao` : null,
    },
    due: isOpen ? dueView(dueIn(board, id)) : {},
    begin: isOpen ? `/don-vi/lap${at}` : null,
    workbook: isOpen ? `/don-vi/nhap-excel${at}` : null,
    list: {
      id: `giai-doan-${id}`,
      caption: message('board.caption', { phase: title }),
      columns: ['name', 'state', 'since', 'holder', 'next'].map((key) => ({
        label: message(`board.${key}`),
      })),
      rows: own.map((line) => ({ cells: cellsOf(line) })),
      empty: { title: message('board.empty'), text: message('board.empty.text') },
    },
  };
}

function cellsOf({ id, code, name, state, stateSince }: BoardLine) {
  const badge = stateBadge(state);
  const isOwn = holderOf(state) === 'unit';
  return [
    { text: name, href: isOwn ? `/de-nghi/${id}/soan` : `/de-nghi/${id}`, sub: code },
    { text: badge.label, badge: badge.kind },
    { text: dayText(stateSince) },
    { text: message(`holder.${holderOf(state)}`) },
    { text: message(`next.${state}`) },
  ];
}

function pagesView({ number, size, total }: Board['page']) {
  const last = Math.ceil(total / size);
  const at = (page: number) => `/don-vi?trang=${page}`;
  const [from, to] = [(number - 1) * size + 1, Math.min(number * size, total)];
  return {
    summary: message('board.pages', { from, to, total }),
    previous: number > 1 ? at(number - 1) : null,
    next: number < last ? at(number + 1) : null,
    pages: Array.from({ length: last }, (_, index) => ({
      label: String(index + 1),
      href: at(index + 1),
      current: index + 1 === number,
    })),
  };
}
