import { NOMINATION_STATES, type NominationState } from '../../../domain/nomination-state';
import { type FormBody, formOptional, formText } from '../../../platform/views/form';
import { pageNumber } from '../../../platform/views/pager';
import type { NominationFilter, NominationSort } from '../../nominations/nomination.queries';

/** How addresses name the orders of the list. */
const SORTS: Readonly<Record<string, NominationSort>> = {
  ten: 'name',
  ma: 'code',
  'don-vi': 'unit',
  'cap-nhat': 'updated',
};

/** What a list is asked for, in the words of its address. */
export interface SearchQuery {
  q: string;
  set: string | undefined;
  unit: string | undefined;
  state: NominationState | undefined;
  sort: string;
  descending: boolean;
  page: number;
}

export const PAGE_SIZE = 50;
/** Longer words are in no report. */
const LONGEST = 200;

/** An address that asks for something unknown asks for nothing: a list is never refused. */
export function searchQuery(query: FormBody): SearchQuery {
  const [state, sort] = [formText(query, 'trang-thai'), formText(query, 'sap-xep')];
  return {
    q: formText(query, 'q').slice(0, LONGEST),
    set: formOptional(query, 'bo-tieu-chi'),
    unit: formOptional(query, 'don-vi'),
    state: NOMINATION_STATES.find((each) => each === state),
    sort: Object.hasOwn(SORTS, sort) ? sort : 'ten',
    descending: formText(query, 'chieu') === 'giam',
    page: pageNumber(formText(query, 'trang')),
  };
}

/** The words of an address for the same list, with some of them changed. */
export function searchAddress(
  { q, set, unit, state, sort, descending }: SearchQuery,
  change: Readonly<Record<string, string | number | undefined>> = {},
): Record<string, string | number | undefined> {
  return {
    q,
    'bo-tieu-chi': set,
    'don-vi': unit,
    'trang-thai': state,
    'sap-xep': sort === 'ten' ? '' : sort,
    chieu: descending ? 'giam' : '',
    ...change,
  };
}

export function filterOf(query: SearchQuery, range: { skip: number; take: number }): NominationFilter {
  return {
    q: query.q,
    criteriaSet: query.set,
    unit: query.unit,
    state: query.state,
    sort: SORTS[query.sort] ?? 'name',
    direction: query.descending ? 'desc' : 'asc',
    ...range,
  };
}
