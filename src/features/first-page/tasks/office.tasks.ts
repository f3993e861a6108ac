import { dayInVietnam } from '../../../domain/calendar-day';
import { message } from '../../../platform/messages/message';
import { planAddress, settingsAddress } from '../../campaign-pages/address';
import { deadlinesAddress } from '../../deadlines/address';
import { type Due, dueOf } from '../../deadlines/due';
import type { StateCount } from './counts.queries';
import type { HomePhase, HomePhases } from './phases.queries';
import { type Task, duePart } from './task';

/** In the order of the way; `held` waits for others and comes last. */
const WAITING = ['submitted', 'accepted', 'appraised', 'held'] as const;

/** What the office has to do: what waits in each phase, deadlines that nobody has set, phases that are to be opened. */
export function officeTasks(
  { opened, unopened }: HomePhases,
  counts: readonly StateCount[],
  now: string,
): Task[] {
  const today = dayInVietnam(now);
  const current = unopened.filter(({ planned: { from, to } }) => from <= today && today <= to);
  const atWork = opened.filter(({ row }) => row.concludedAt === null);
  return [
    ...opened.flatMap((phase) => waitingTasks(phase, counts, now)),
    ...deadlineTasks(atWork.filter(hasNoDeadline)),
    ...current.map(({ campaign, title, planned }) =>
      plainTask('open', settingsAddress(campaign, planned.code), title),
    ),
    ...(opened.length + unopened.length === 0 ? [plainTask('plan', planAddress(), '')] : []),
  ];
}

function waitingTasks(phase: HomePhase, counts: readonly StateCount[], now: string): Task[] {
  const due = dueOf(phase, 'appraisal', now);
  return WAITING.flatMap((state) => {
    const found = counts.find((each) => each.phaseId === phase.row.id && each.state === state);
    return found ? [waitingTask(phase, found, dueFor(state, due))] : [];
  });
}

function dueFor(state: (typeof WAITING)[number], due: Due | undefined): Due | undefined {
  return state === 'submitted' || state === 'accepted' ? due : undefined;
}

function waitingTask(
  { row, campaign, title }: HomePhase,
  { state, count }: StateCount,
  due: Due | undefined,
): Task {
  const query = new URLSearchParams({ 'phong-trao': campaign, 'giai-doan': row.code, 'trang-thai': state });
  return {
    href: `/van-phong/tim?${query.toString()}`,
    action: message(`task.${state}.action`),
    title: message(`task.${state}`, { count }),
    detail: title,
    ...duePart(due),
  };
}

function hasNoDeadline({ rows }: HomePhase): boolean {
  return !rows.some(({ kind }) => kind === 'submission');
}

/** One task however many phases wait for it; when the first has its deadline, it is about the next. */
function deadlineTasks([first, ...others]: readonly HomePhase[]): Task[] {
  if (!first) return [];
  const { campaign, row, title } = first;
  const task = plainTask('deadline', deadlinesAddress(campaign, row.code), title);
  if (others.length === 0) return [task];
  const count = others.length + 1;
  return [
    {
      ...task,
      title: message('task.deadlines', { count }),
      detail: message('task.deadlines.detail', { title }),
    },
  ];
}

function plainTask(name: string, href: string, detail: string): Task {
  const action = message(`task.${name}.action`);
  return { href, action, title: message(`task.${name}`), detail, due: null, late: false, urgent: false };
}
