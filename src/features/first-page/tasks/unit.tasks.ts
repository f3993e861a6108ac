import { message } from '../../../platform/messages/message';
import { pagePath } from '../../../platform/views/address';
import { dueOf } from '../../deadlines/due';
import type { StateCount } from './counts.queries';
import type { HomePhase } from './phases.queries';
import { type Task, duePart } from './task';

const BOARD = '/don-vi';

/** What a unit has to do in the phases that still take nominations: mend what came back, send drafts, begin. */
export function unitTasks(
  unitId: string,
  phases: readonly HomePhase[],
  counts: readonly StateCount[],
  now: string,
): Task[] {
  return phases
    .filter(({ row }) => row.concludedAt === null)
    .flatMap((phase) => tasksOf(unitId, phase, ofPhase(counts, phase), now));
}

function tasksOf(unitId: string, phase: HomePhase, counts: readonly StateCount[], now: string): Task[] {
  const bound = (state: string, since: string) => ({ id: '', unitId, state, stateSince: since });
  const found = (state: string) => counts.find((each) => each.state === state);
  const [returned, drafts] = [found('returned'), found('draft')];
  const submission = dueOf(phase, 'submission', now, bound('draft', now));
  const task = (name: string, count: number, due: typeof submission): Task => ({
    href: BOARD,
    action: message(`task.${name}.action`),
    title: message(`task.${name}`, { count }),
    detail: phase.title,
    ...duePart(due),
  });
  const begin = pagePath('don-vi', 'lap', phase.campaign, phase.row.code);
  return [
    ...(returned
      ? [task('returned', returned.count, dueOf(phase, 'answer', now, bound('returned', returned.since)))]
      : []),
    ...(drafts ? [task('draft', drafts.count, submission)] : []),
    ...(counts.length === 0 && !submission?.closed ? [{ ...task('begin', 0, submission), href: begin }] : []),
  ];
}

function ofPhase(counts: readonly StateCount[], { row }: HomePhase): StateCount[] {
  return counts.filter(({ phaseId }) => phaseId === row.id);
}
