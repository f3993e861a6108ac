import { message } from '../../../platform/messages/message';
import type { ListSheet } from '../../../platform/sheets/list-sheet';
import { sheetOf } from '../../../platform/sheets/whole-list';
import type { ChecksView } from './checks.view';

/** The check list of one nomination: every requirement of every award with its article. */
export function checksSheet(code: string, { awards }: ChecksView): ListSheet {
  const rows = awards.flatMap(({ name, checks }) => checks.map((check) => ({ award: name, ...check })));
  return sheetOf(message('list.title.checks', { code }), rows, [
    ['award', 40, ({ award }) => award],
    ['requirement', 70, ({ text }) => text],
    ['result', 20, ({ badge }) => badge.label],
    ['article', 50, ({ article }) => article],
  ]);
}

/** What other agencies have answered about one nominee, or are still asked. */
export function confirmationsSheet(code: string, { confirmations }: ChecksView): ListSheet {
  return sheetOf(message('list.title.confirmations', { code }), confirmations, [
    ['agency', 40, ({ agency }) => agency],
    ['result', 24, ({ result }) => result.label],
    ['date', 14, ({ date }) => date],
    ['document', 24, ({ document }) => document],
    ['remark', 60, ({ remark }) => remark],
    ['written-by', 28, ({ by }) => by],
  ]);
}

/** What is known against one nominee. */
export function mattersSheet(code: string, { matters }: ChecksView): ListSheet {
  return sheetOf(message('list.title.matters', { code }), matters, [
    ['matter', 30, ({ kind }) => kind],
    ['state', 28, ({ status }) => status],
    ['detail', 70, ({ detail }) => detail],
  ]);
}
