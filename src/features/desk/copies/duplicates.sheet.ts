import { message } from '../../../platform/messages/message';
import type { ListSheet } from '../../../platform/sheets/list-sheet';
import { sheetOf } from '../../../platform/sheets/whole-list';
import { momentText } from '../../../platform/text/vietnam-time';
import type { FileUse } from '../../evidence/duplicate-file.queries';
import { sizeText } from '../../evidence/evidence-file.view';

/** Every place of every file that stands in more than one nomination; equal hashes are one file. */
export function duplicatesSheet(phase: string, groups: readonly (readonly FileUse[])[]): ListSheet {
  return sheetOf(message('list.title.duplicates', { phase }), groups.flat(), [
    ['file', 40, ({ file }) => file],
    ['size', 12, ({ bytes }) => sizeText(bytes)],
    ['code', 14, ({ code }) => code],
    ['name', 40, ({ nominee }) => nominee],
    ['unit', 40, ({ unit }) => unit],
    ['criterion', 12, ({ criterion }) => criterion],
    ['evidence', 40, ({ title }) => title],
    ['uploaded', 20, ({ uploadedAt }) => momentText(uploadedAt)],
    ['campaign', 30, ({ campaign }) => campaign],
    ['phase', 14, (use) => use.phase],
    ['sha256', 66, ({ sha256 }) => sha256],
  ]);
}
