import { DEADLINE_KINDS, type DeadlineKind } from '../../domain/phase-deadline';
import { message } from '../../platform/messages/message';
import { plainDay } from '../../platform/text/vietnam-time';
import { type PhaseDeadlines, dueOf } from './due';
import { assumedText, leftText, ruleText } from './due.text';
import type { PhaseDeadlineRow } from './phase-deadline.entity';

/** One deadline as a row of a page; `day` is '' where each case has its own. */
export interface DeadlineLine {
  kind: DeadlineKind;
  label: string;
  day: string;
  left: string;
  late: boolean;
  rule: string;
  source: string;
  /** Whether the office has set it without a document that states it. */
  assumedRule: boolean;
  assumed: string;
}

/** The deadlines that somebody has set, in the order of the work. */
export function deadlineLines(deadlines: PhaseDeadlines, now: string): DeadlineLine[] {
  return DEADLINE_KINDS.flatMap((kind) => {
    const row = deadlines.rows.find((each) => each.kind === kind);
    return row ? [lineOf(row, now)] : [];
  });
}

function lineOf(row: PhaseDeadlineRow, now: string): DeadlineLine {
  const due = dueOf({ rows: [row], overrides: [] }, row.kind, now);
  return {
    kind: row.kind,
    label: deadlineLabel(row.kind),
    day: due ? plainDay(due.due) : '',
    left: due ? leftText(due.daysLeft) : '',
    late: due?.late ?? false,
    rule: ruleText(row),
    source: row.source,
    assumedRule: row.basis === 'assumed',
    assumed: assumedText(due?.assumed ?? []),
  };
}

/** `Đơn vị gửi đề nghị`, as a heading. */
export function deadlineLabel(kind: DeadlineKind): string {
  return message(`deadline.${kind}.label`);
}

/** Every kind, set or not, for whoever sets them. */
export function deadlineRows(deadlines: PhaseDeadlines, now: string, address: string) {
  const set = new Map(deadlineLines(deadlines, now).map((line) => [line.kind, line]));
  return DEADLINE_KINDS.map((kind) => ({
    label: deadlineLabel(kind),
    href: `${address}/${kind}`,
    line: set.get(kind) ?? null,
    hint: message(`deadline.${kind}.hint`),
  }));
}
