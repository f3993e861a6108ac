import { message } from '../../platform/messages/message';
import type { ListSheet } from '../../platform/sheets/list-sheet';
import { sheetOf } from '../../platform/sheets/whole-list';
import { momentText } from '../../platform/text/vietnam-time';
import { sessionBadge } from './council.words';
import type { SessionLine } from './session.queries';

/** The sessions that the asker may know of. */
export function sessionsSheet(lines: readonly SessionLine[]): ListSheet {
  return sheetOf(message('list.title.sessions'), lines, [
    ['number', 8, ({ number }) => number],
    ['session', 50, ({ title }) => title],
    ['campaign', 30, ({ campaign }) => campaign],
    ['phase', 14, ({ phase }) => phase],
    ['moment', 20, ({ startsAt }) => momentText(startsAt)],
    ['where', 40, ({ place }) => place],
    ['state', 20, (line) => sessionBadge(line).label],
  ]);
}
