import { message } from '../../platform/messages/message';
import type { ListSheet } from '../../platform/sheets/list-sheet';
import { sheetOf } from '../../platform/sheets/whole-list';
import type { VersionShown } from './plan.view';

/** Every version of a plan, as the page shows them. */
export function versionsSheet(title: string, versions: readonly VersionShown[]): ListSheet {
  return sheetOf(message('list.title.versions', { campaign: title }), versions, [
    ['version', 20, ({ label }) => label],
    ['filed', 14, ({ day }) => day],
    ['reason', 60, ({ reason }) => reason],
    ['followed-by', 30, ({ phases }) => phases],
    ['checksum', 20, ({ hash }) => hash],
  ]);
}
