import { message } from '../../../platform/messages/message';
import { pagePath } from '../../../platform/views/address';
import { type Due, dueOf } from '../../deadlines/due';
import type { ReturnedCase, StateCount } from './counts.queries';
import type { HomePhase } from './phases.queries';
import { type Task, duePart } from './task';

const BOARD = '/don-vi';

/** What of a unit waits or has been sent. */
interface UnitWork {
  counts: readonly StateCount[];
  returned: readonly ReturnedCase[];
}

/** What a unit has to do in the phases that still take nominations: mend what came back, send drafts, begin. */
export function unitTasks(
  unitId: string,
  phases: readonly HomePhase[],
  { counts, returned }: UnitWork,
  now: string,
): Task[] {
  return phases
    .filter(({ row }) => row.concludedAt === null)
    .flatMap((phase) => {
      const of = { counts: ofPhase(counts, phase), returned: ofPhase(returned, phase) };
      return tasksOf(unitId, phase, of, now);
    });
}

function tasksOf(unitId: string, phase: HomePhase, { counts, returned }: UnitWork, now: string): Task[] {
  const drafts = counts.find(({ state }) => state === 'draft');
  const begun = { id: '', unitId, state: 'draft', stateSince: now };
  const submission = dueOf(phase, 'submission', now, begun);
  const task = (name: string, count: number, due: typeof submission): Task => ({
    href: BOARD,
    action: message(`task.${name}.action`),
    title: message(`task.${name}`, { count }),
    detail: phase.title,
    ...duePart(due),
  });
  const begin = pagePath('don-vi', 'lap', phase.campaign, phase.row.code);
  return [
    ...(returned.length > 0 ? [task('returned', returned.length, pressing(phase, returned, now))] : []),
    ...(drafts ? [task('draft', drafts.count, submission)] : []),
    ...(counts.length === 0 && !submission?.closed ? [{ ...task('begin', 0, submission), href: begin }] : []),
  ];
}

/** Of those that came back, the deadline of the longest returned that the office has not let be late. */
function pressing(phase: HomePhase, returned: readonly ReturnedCase[], now: string): Due | undefined {
  const dues = returned.map((each) => dueOf(phase, 'answer', now, each));
  return dues.find((due) => due && (due.closed || !due.late)) ?? dues[0];
}

function ofPhase<T extends { phaseId: string }>(list: readonly T[], { row }: HomePhase): T[] {
  return list.filter(({ phaseId }) => phaseId === row.id);
}
