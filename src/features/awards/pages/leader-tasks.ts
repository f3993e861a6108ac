import { type Actor, may } from '../../../domain/access';
import { message } from '../../../platform/messages/message';
import type { PhaseInHand } from '../leader.queries';
import { leaderAddress } from './leader-phase';

/** One thing to do, as `web/tasks` lists it. */
interface Task {
  href: string;
  action: string;
  title: string;
  detail: string;
  urgent: boolean;
}

/** What somebody has to do in these phases now, the urgent first. */
export function leaderTasks(actor: Actor, phases: readonly PhaseInHand[]): Task[] {
  const tasks = phases.flatMap((phase) => tasksOf(actor, phase));
  return [...tasks.filter(({ urgent }) => urgent), ...tasks.filter(({ urgent }) => !urgent)];
}

function tasksOf(actor: Actor, phase: PhaseInHand): Task[] {
  const base = leaderAddress(phase.campaign, phase.phase);
  const left = phase.places - phase.taken;
  const open = phase.toConfirm + phase.own > 0;
  const mayDecide = may(actor, 'allocation.decide');
  const task = (key: string, path: string, count: number, urgent = false): Task => ({
    href: base + path,
    action: message(`leader.task.${key}.action`),
    title: message(`leader.task.${key}`, { count, left }),
    detail: message('leader.task.where', { campaign: phase.title, phase: phase.phaseTitle }),
    urgent,
  });
  const atWork = phase.concludedAt === null && phase.ready > 0;
  return [
    ...(mayDecide && phase.toConfirm > 0 ? [task('confirm', '/quyet-dinh', phase.toConfirm, true)] : []),
    ...(atWork && !phase.fresh && may(actor, 'allocation.propose')
      ? [task('propose', '/phuong-an', phase.ready)]
      : []),
    ...(mayDecide && atWork && phase.fresh && left > 0 ? [task('decide', '/quyet-dinh', phase.ready)] : []),
    ...(may(actor, 'phase.conclude') && atWork && !open && phase.taken > 0
      ? [task('conclude', '/ket-thuc', phase.ready)]
      : []),
    ...(may(actor, 'result.publish') && phase.concludedAt !== null && !open && phase.decided > 0
      ? [task('publish', '/ket-thuc', phase.decided, true)]
      : []),
  ];
}
