import { message } from '../../../../platform/messages/message';
import type { ListSheet } from '../../../../platform/sheets/list-sheet';
import { type SheetColumn, sheetOf } from '../../../../platform/sheets/whole-list';
import type { CaseLine } from './case-papers.view';
import type { PaperLine } from './paper-line.view';
import type { PaperGroup } from './paper-list.view';

/** What is filled in on a paper. */
const FILLED_IN = [
  ['paper', 30, ({ name }) => name],
  ['number', 18, ({ number }) => number],
  ['date', 14, ({ day }) => day],
  ['signer', 30, ({ signer }) => signer],
  ['state', 24, ({ state }) => state.label],
] as const satisfies readonly SheetColumn<PaperLine>[];

/** The papers of the phase itself, of its sessions and of its awards. */
export function papersSheet(phase: string, groups: readonly PaperGroup[]): ListSheet {
  const lines = groups.flatMap(({ heading, lines }) => lines.map((line) => ({ ...line, heading })));
  return sheetOf(message('list.title.papers', { phase }), lines, [
    ['of', 60, ({ heading }) => heading],
    ...FILLED_IN,
  ]);
}

/** The papers of each of these nominations. */
export function casePapersSheet(phase: string, cases: readonly CaseLine[]): ListSheet {
  const lines = cases.flatMap(({ papers, ...nominee }) => papers.map((line) => ({ ...line, nominee })));
  return sheetOf(message('list.title.case-papers', { phase }), lines, [
    ['code', 14, ({ nominee }) => nominee.code],
    ['name', 40, ({ nominee }) => nominee.name],
    ['unit', 40, ({ nominee }) => nominee.unit],
    ...FILLED_IN,
  ]);
}
