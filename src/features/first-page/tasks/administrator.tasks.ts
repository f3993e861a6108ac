import { message } from '../../../platform/messages/message';
import type { Task } from './task';

/** What an administrator should know of: first passwords that nobody has changed, units that cannot log in. */
export function administratorTasks(counts: { unused: number; lonely: number }): Task[] {
  return [
    ...(counts.unused > 0 ? [task('unused', counts.unused)] : []),
    ...(counts.lonely > 0 ? [task('lonely', counts.lonely)] : []),
  ];
}

function task(name: string, count: number): Task {
  return {
    href: '/quan-tri/tai-khoan',
    action: message(`task.${name}.action`),
    title: message(`task.${name}`, { count }),
    detail: message(`task.${name}.detail`),
    due: null,
    late: false,
    urgent: false,
  };
}
