import { message } from '../../../platform/messages/message';
import { type Control, type Sheet, type Theirs, idOf } from './controls';
import { rowsIn } from './typed';

interface FormRow {
  controls: Control[];
  hidden: { name: string; value: string }[];
  /** Name of the file that hangs on the row. */
  file?: string;
}

/**
 * The rows of a list that say something, and an empty one to go on with: without a script there is always a next row. After
 * a conflict the list is compared as a whole, for its rows may have moved.
 */
export function rowsView(
  sheet: Sheet,
  list: string,
  keys: readonly string[],
  rowOf: (name: string, sheet: Sheet) => FormRow,
  { idle = [] as readonly string[] } = {},
) {
  const names = rowsIn(sheet.typed, list, keys, idle).map(({ name }) => name);
  const next = names
    .map((name) => Number(name.slice(list.length + 1)))
    .reduce((most, at) => Math.max(most, at + 1), 0);
  const rows = [...names, `${list}.${next}`].map((name, index) => ({
    id: idOf(name),
    label: message('draft.row', { number: index + 1 }),
    ...rowOf(name, { ...sheet, theirs: undefined }),
  }));
  return { add: list, rows, theirs: listOfTheirs(sheet, list, keys, idle) };
}

/** After a conflict: the stored rows as lines of text, where they are others than those on the screen. */
function listOfTheirs(
  { typed, theirs }: Sheet,
  list: string,
  keys: readonly string[],
  idle: readonly string[],
): Theirs | null {
  if (!theirs) return null;
  const lines = rowsIn(theirs.stored, list, keys, idle).map(lineOf);
  const own = rowsIn(typed, list, keys, idle).map(lineOf);
  if (lines.join('\n') === own.join('\n')) return null;
  return { by: theirs.by, text: lines.join('\n') || message('draft.theirs.none') };
}

function lineOf({ texts }: { texts: Record<string, string> }): string {
  return `– ${Object.values(texts).filter(Boolean).join('; ')}`;
}
