import { punctuated } from '../words/citation';
import { oneLine } from '../../../platform/text/printable';
import { MINUTES_LINE, type Wording } from '../papers/paper';

/** The lines of căn cứ with their last marks: those of the office where it has worded them, else those of law and plan. */
export function groundLines(
  { grounds }: Wording,
  usual: { instruments: readonly string[]; minutes: string },
): string[] {
  const lines = grounds ?? [...usual.instruments, MINUTES_LINE];
  return punctuated(lines.map((line) => (line === MINUTES_LINE ? usual.minutes : oneLine(line))));
}
