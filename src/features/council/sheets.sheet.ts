import type { Campaign, Criterion } from '../../domain/campaign';
import type { Entries } from '../../domain/nomination';
import { roundHalfUp } from '../../domain/points';
import { message } from '../../platform/messages/message';
import type { ListSheet } from '../../platform/sheets/list-sheet';
import { type SheetColumn, sheetOf } from '../../platform/sheets/whole-list';
import { criterionTitle } from '../campaigns/criterion-label';
import type { NominationRow } from '../nominations/nomination.entity';
import type { Seated } from './session.queries';
import { type SheetBoard, type SheetState, setOf } from './sheet.queries';
import { stateText } from './sheet.view';

/** Who has filled what: one row for each nominee, one column for each of these members. */
export function boardSheet(session: string, board: SheetBoard, members: readonly Seated[]): ListSheet {
  const stateColumn = (member: Seated): SheetColumn<NominationRow> => [
    { text: member.name },
    24,
    (nominee) => cellOf(board.stateOf(nominee, member)),
    '0.00',
  ];
  return sheetOf(message('list.title.score-sheets', { session }), board.nominees, [
    ['code', 14, ({ code }) => code],
    ['name', 40, ({ name }) => name],
    ['set', 40, (nominee) => setTitle(board.campaign, nominee)],
    ...members.map(stateColumn),
  ]);
}

/** One member’s sheet on one nominee. */
interface Line {
  nominee: NominationRow;
  member: Seated;
  state: SheetState;
  entries: Entries;
}

/** What the sheets of these members say: one row for each, one column for each criterion of the nominees. */
export function pointsSheet(session: string, board: SheetBoard, members: readonly Seated[]): ListSheet {
  const lines = board.nominees.flatMap((nominee) =>
    members.map((member) => ({
      nominee,
      member,
      state: board.stateOf(nominee, member),
      entries: board.entriesOf(nominee, member),
    })),
  );
  return sheetOf<Line>(message('list.title.score-points', { session }), lines, [
    ['code', 14, ({ nominee }) => nominee.code],
    ['name', 40, ({ nominee }) => nominee.name],
    ['set', 30, ({ nominee }) => setTitle(board.campaign, nominee)],
    ['scorer', 28, ({ member }) => member.name],
    ['state', 24, ({ state }) => message(`council.sheet.state.${state.kind}`)],
    ...titlesOf(board).map((title) => criterionColumn(board.campaign, title)),
    ['total', 10, ({ state }) => totalOf(state), '0.00'],
  ]);
}

/** The criteria by what they say: sets that share one share its column. */
function titlesOf({ campaign, nominees }: SheetBoard): string[] {
  const sets = campaign.criteriaSets.filter(({ code }) =>
    nominees.some(({ criteriaSet }) => criteriaSet === code),
  );
  return [...new Set(sets.flatMap(({ criteria }) => criteria.filter(isScored).map(criterionTitle)))];
}

function criterionColumn(campaign: Campaign, title: string): SheetColumn<Line> {
  const value = ({ nominee, entries }: Line) => {
    const set = setOf(campaign, nominee);
    const criterion = set?.criteria.find((each) => isScored(each) && criterionTitle(each) === title);
    const entry = criterion && entries[criterion.code];
    if (entry === 'na') return message('council.sheet.not-applicable');
    return typeof entry === 'number' ? entry / 100 : null;
  };
  return [{ text: title }, 22, value, '0.00'];
}

function isScored({ role }: Criterion): boolean {
  return role !== 'gate';
}

function setTitle(campaign: Campaign, nominee: NominationRow): string {
  return setOf(campaign, nominee)?.title ?? nominee.criteriaSet;
}

function cellOf(state: SheetState): string | number {
  return totalOf(state) ?? stateText(state);
}

function totalOf(state: SheetState): number | null {
  return state.kind === 'complete' ? roundHalfUp(state.total, 1) / 100 : null;
}
