import { message } from '../../platform/messages/message';
import type { Page } from '../../platform/http/page';
import type { ListSheet } from '../../platform/sheets/list-sheet';
import { sheetHref, sheetOf } from '../../platform/sheets/whole-list';
import { pagerOf } from '../../platform/views/pager';
import type { Refusal } from '../../platform/views/refusal-view';
import { errorSummary } from '../../platform/views/form-field';
import type { UnitRow } from '../units/unit.entity';
import type { UnitLine } from '../units/unit.queries';

export const UNITS = '/quan-tri/don-vi';

/** For `units/list`. */
export function unitListView(page: Page<UnitRow>, q: string) {
  const address = q === '' ? UNITS : `${UNITS}?${new URLSearchParams({ q }).toString()}`;
  return {
    q,
    sheet: sheetHref(address),
    list: {
      id: 'don-vi',
      caption: message('units.caption', { total: page.total }),
      columns: [{ label: message('list.unit') }, { label: message('list.prefix') }],
      rows: page.items.map(({ id, name, prefix }) => ({
        cells: [{ text: name, href: `${UNITS}/${id}` }, { text: `${prefix}.` }],
      })),
      empty: { title: message('units.none'), text: message('units.none.text') },
    },
    pages: pagerOf(page, address),
  };
}

export function unitsSheet(rows: readonly UnitRow[]): ListSheet {
  return sheetOf(message('list.title.units'), rows, [
    ['unit', 60, ({ name }) => name],
    ['prefix', 14, ({ prefix }) => `${prefix}.`],
  ]);
}

/** What stands in the two forms of a unit. */
export interface TypedUnit {
  name: string;
  into: string;
  reason: string;
}

interface UnitScreen {
  typed: TypedUnit;
  refusal: Refusal;
  review: boolean;
  /** What the merged unit would exceed. */
  warnings: readonly string[];
}

/** For `units/unit`: `review` asks once more before two units become one. */
export function unitView(
  unit: UnitRow,
  units: readonly UnitLine[],
  { typed, refusal, review, warnings }: UnitScreen,
) {
  const target = units.find(({ id }) => id === typed.into)?.name ?? '';
  const errorsOf = (name: string) => refusal.byField[name] ?? null;
  return {
    heading: unit.name,
    at: `${UNITS}/${unit.id}`,
    units: UNITS,
    prefix: message('units.prefix', { prefix: `${unit.prefix}.` }),
    problems: errorSummary(refusal),
    errors: { name: errorsOf('name'), into: errorsOf('into'), reason: errorsOf('reason') },
    review: review ? message('units.merge.review', { from: unit.name, into: target }) : null,
    warnings,
    typed,
    options: units
      .filter(({ id }) => id !== unit.id)
      .map(({ id, name }) => ({ value: id, label: name, selected: id === typed.into })),
  };
}
