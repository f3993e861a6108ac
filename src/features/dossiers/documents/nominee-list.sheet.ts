import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import type { ListSheet } from '../../../platform/sheets/list-sheet';
import { type SheetColumn, sheetOf } from '../../../platform/sheets/whole-list';
import type { AwardRound } from './award-round';
import { type NomineeRow, type Orientation, nomineeListView } from './nominee-list.view';
import type { RoundData } from './round-data';

/** The list as a workbook: the columns that are printed in this orientation, each group under its heading. */
export function nomineeListSheet(
  data: Pick<RoundData, 'campaign' | 'round' | 'papers'>,
  one: AwardRound,
  orientation?: Orientation,
): ListSheet {
  const { headings, groups, isPortrait } = nomineeListView(data, one, orientation);
  const text = (key: string) => ({ text: headings[key] ?? '' });
  const person: SheetColumn<NomineeRow>[] = isPortrait
    ? [
        [
          { text: `${text('name').text}; ${text('position').text}` },
          44,
          ({ name, position }) => [name, position].filter(Boolean).join('; '),
        ],
      ]
    : [
        [text('name'), 34, ({ name }) => name],
        [text('position'), 24, ({ position }) => position],
      ];
  const columns: SheetColumn<NomineeRow>[] = [
    [text('number'), 6, ({ number }) => number],
    ...person,
    [text('unit'), 44, ({ unit }) => unit],
    ...(isPortrait ? [] : [[text('award'), 36, ({ award }: NomineeRow) => award] as const]),
    [text('class'), 28, ({ kind }) => kind],
    [text('total'), 10, ({ figures: { total } }) => (total === null ? null : total / 100), '0.00'],
    [text('rank'), 10, ({ figures: { rank } }) => rank],
    [text('votes'), 12, ({ votes }) => votes],
  ];
  const title = message('dossier.title.list', { award: oneLine(one.award.name) });
  const sheets = groups.map(({ rows }) => sheetOf(title, rows, columns));
  return {
    title,
    columns: sheetOf(title, [], columns).columns,
    rows: sheets.flatMap(({ rows }, at) => [[null, groups[at]?.heading ?? ''], ...rows]),
  };
}
