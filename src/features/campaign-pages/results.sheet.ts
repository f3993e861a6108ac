import { message } from '../../platform/messages/message';
import type { ListSheet } from '../../platform/sheets/list-sheet';
import { sheetOf } from '../../platform/sheets/whole-list';
import { poolName } from './awards.view';
import type { PlannedPhase } from './plan.queries';
import type { PublishedLine } from './results.queries';

/** Who was awarded, as everybody may read it. */
export function resultsSheet(
  { campaign, planned }: PlannedPhase,
  lines: readonly PublishedLine[],
): ListSheet {
  const { awards, criteriaSets } = campaign;
  const pool = (code: string) => {
    const set = criteriaSets.find((each) => each.code === code);
    return set ? poolName(set, criteriaSets) : code;
  };
  return sheetOf(message('list.title.results', { phase: planned.title }), lines, [
    ['name', 40, ({ name }) => name],
    ['position', 30, ({ position }) => position],
    ['unit', 40, ({ unit }) => unit],
    ['award', 40, (line) => awards.find(({ code }) => code === line.award)?.name ?? line.award],
    ['pool', 24, ({ criteriaSet }) => pool(criteriaSet)],
  ]);
}
