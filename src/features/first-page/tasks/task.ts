import type { Due } from '../../deadlines/due';
import { dueText } from '../../deadlines/due.text';

/** One thing to do, as `web/tasks` lists it. */
export interface Task {
  href: string;
  action: string;
  title: string;
  detail: string;
  due: string | null;
  late: boolean;
  urgent: boolean;
}

/** Fewer days than these are left: it comes first. */
const SOON = 3;

/** When a task is due, and whether that presses. */
export function duePart(due: Due | undefined): Pick<Task, 'due' | 'late' | 'urgent'> {
  if (!due) return { due: null, late: false, urgent: false };
  const { late, daysLeft } = due;
  return { due: dueText(due), late, urgent: late || daysLeft <= SOON };
}

/** The pressing ones first, otherwise as they come. */
export function inOrder(tasks: readonly Task[]): Task[] {
  return [...tasks.filter(({ urgent }) => urgent), ...tasks.filter(({ urgent }) => !urgent)];
}

/** A task of a feature that knows no deadline of it. */
export function undated(task: Omit<Task, 'due' | 'late'>): Task {
  return { ...task, due: null, late: false };
}
