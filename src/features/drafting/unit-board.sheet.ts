import { holderOf } from '../../domain/nomination-state';
import { message } from '../../platform/messages/message';
import type { ListSheet } from '../../platform/sheets/list-sheet';
import { sheetOf } from '../../platform/sheets/whole-list';
import { dayText } from '../../platform/text/vietnam-time';
import type { BoardLine, BoardPhase } from './unit-board.queries';

/** All nominations of a unit as the unit sees them, newest phase first. */
export function unitBoardSheet(
  unit: string,
  phases: readonly BoardPhase[],
  lines: readonly BoardLine[],
): ListSheet {
  const named = new Map(phases.map((phase) => [phase.id, phase]));
  return sheetOf(message('list.title.unit', { unit }), lines, [
    ['campaign', 40, ({ phaseId }) => named.get(phaseId)?.campaignTitle ?? ''],
    ['phase', 30, ({ phaseId }) => named.get(phaseId)?.title ?? ''],
    ['code', 14, ({ code }) => code],
    ['name', 40, ({ name }) => name],
    ['state', 28, ({ state }) => message(`state.${state}`)],
    ['since', 14, ({ stateSince }) => dayText(stateSince)],
    ['holder', 24, ({ state }) => message(`holder.${holderOf(state)}`)],
    ['next', 50, ({ state }) => message(`next.${state}`)],
  ]);
}
