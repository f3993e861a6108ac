import { message } from '../../platform/messages/message';
import type { ListSheet } from '../../platform/sheets/list-sheet';
import { sheetOf } from '../../platform/sheets/whole-list';
import { dayText } from '../../platform/text/vietnam-time';
import { remarksOf } from './account.view';
import type { PersonRow } from './person.entity';

/** Who has an account, with which rights; never a password, a token or what either was made into. */
export function accountsSheet(
  rows: readonly PersonRow[],
  { units, tokens }: { units: ReadonlyMap<string, string>; tokens: ReadonlyMap<string, number> },
): ListSheet {
  return sheetOf(message('list.title.accounts'), rows, [
    ['full-name', 34, ({ name }) => name],
    ['username', 24, ({ username }) => username],
    ['groups', 36, ({ groups }) => groups.map((group) => message(`group.${group}`)).join(', ')],
    ['unit', 40, ({ unitId }) => units.get(unitId ?? '') ?? ''],
    ['heads-unit', 20, ({ headsUnit }) => (headsUnit ? message('account.head') : '')],
    ['email', 30, ({ email }) => email],
    ['state', 20, ({ disabledAt }) => message(`account.state.${disabledAt === null ? 'open' : 'closed'}`)],
    ['remarks', 40, (row) => remarksOf(row, tokens.get(row.id) ?? 0)],
    ['since', 14, ({ createdAt }) => dayText(createdAt)],
  ]);
}
