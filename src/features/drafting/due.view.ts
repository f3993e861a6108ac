import { message } from '../../platform/messages/message';
import { plainDay } from '../../platform/text/vietnam-time';
import type { Due } from '../deadlines/due';

/** A deadline as people read it, and whether it has passed. */
export interface DueView {
  due: string;
  late: boolean;
}

/** Empty where nobody has set a deadline. */
export function dueView(due: Due | undefined): Partial<DueView> {
  return due ? { due: dueText(due), late: due.late } : {};
}

function dueText({ due, daysLeft, late, closed, extension }: Due): string {
  const day = plainDay(due);
  if (!late)
    return daysLeft === 0 ? message('due.today', { day }) : message('due.left', { day, days: daysLeft });
  if (closed) return message('due.closed', { day });
  const until = extension?.until;
  return until ? message('due.extended', { day, until: plainDay(until) }) : message('due.allowed', { day });
}
