import { message } from '../../platform/messages/message';
import { plainDay } from '../../platform/text/vietnam-time';
import type { Due } from '../deadlines/due';
import { dueText } from '../deadlines/due.text';

/** A deadline as people read it, and whether it has passed. */
interface DueView {
  due: string;
  late: boolean;
}

/** Empty where nobody has set a deadline. */
export function dueView(due: Due | undefined): Partial<DueView> {
  return due ? { due: textOf(due), late: due.late } : {};
}

function textOf(due: Due): string {
  return due.closed ? message('due.closed', { day: plainDay(due.due) }) : dueText(due);
}
