import type { Worksheet } from '@cj-tech-master/excelts';
import type { Sheet } from './sheets';

/** Tables that a unit does not fill: they stay in the file, out of sight, so that every file is of one make. */
const OF_OTHERS = /^(council:|matters$|ballots$|ties$)/;
/** Columns that are not a unit's, or that need not be said: a unit's file is its own. */
const NOT_ASKED = /^(unit|state|appraisal[.:].*)$/;

/** Leaves in sight what a unit writes. */
export function showForUnit(worksheet: Worksheet, { id, columns }: Sheet): void {
  if (OF_OTHERS.test(id)) worksheet.state = 'hidden';
  if (!id.startsWith('set:')) return;
  columns.forEach(({ key }, index) => {
    if (NOT_ASKED.test(key)) worksheet.getColumn(index + 1).hidden = true;
  });
}
